import type { Problem } from "../content-model/problems/problem.ts";

/**
 * A line that makes GitHub Actions show a note beside the file's line in the pull request. In the
 * log, such a line shows no file or line, so it is printed in addition to the ordinary one.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotation(level: "error" | "warning", { file, line, message }: Problem): string {
  return `::${level} file=${escapeProperty(file)},line=${line}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

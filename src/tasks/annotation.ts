import type { Problem } from "../content-model/problems/problem.ts";

/**
 * A line that GitHub Actions turns into a note beside the file's line in the pull request. As the log shows its message
 * without the place, it goes beside the ordinary line, not in its stead.
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

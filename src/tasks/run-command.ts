import * as z from "zod";
import { COMMANDS_PATH } from "../feedback/http/command-route.ts";
import { loadFeedbackSite } from "../feedback/http/manifest.ts";
import { withDatabase } from "../feedback/store/open-database.ts";
import { DatabaseInUseError } from "../feedback/store/pglite-driver.ts";
import { readCommandSettings, runCommand } from "../feedback/watch/commands.ts";
import type { Command } from "../feedback/watch/commands.ts";
import { OperatorError } from "../shared/operator-error.ts";
import { askServer } from "./running-server.ts";

const reply = z.object({ said: z.string() }).or(z.object({ problem: z.string() }));

/**
 * Runs a command and says what it did, in a line for cron's mail. The exit code is 1 if it failed.
 * @param read makes the command of the arguments, or says by an OperatorError how to write it
 */
export async function main(read: () => Command): Promise<void> {
  try {
    console.log(await runHere(read(), process.env));
  } catch (error) {
    if (!(error instanceof OperatorError || isUnknownArgument(error))) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** What `parseArgs` says of an argument that a command does not have. */
function isUnknownArgument(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}

async function runHere(command: Command, env: NodeJS.ProcessEnv): Promise<string> {
  const settings = readCommandSettings(env);
  const readSite = async () => (await loadFeedbackSite(env["OUTPUT_DIR"] ?? "_site")).manifest;
  const readerUrl = command.name === "digest" ? env["REPORT_DATABASE_URL"] : undefined;
  const database = readerUrl ? { ...env, DATABASE_URL: readerUrl } : env;
  try {
    return await withDatabase(database, (driver) => runCommand(command, { ...settings, driver, readSite }));
  } catch (error) {
    if (!(error instanceof DatabaseInUseError)) throw error;
    return askToRun(command, env, error);
  }
}

/** The running server has the embedded database, so it runs the command, with its own settings. */
async function askToRun(command: Command, env: NodeJS.ProcessEnv, inUse: Error): Promise<string> {
  const response = await askServer(COMMANDS_PATH, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(command),
    env,
    inUse,
  });
  const answer = reply.safeParse(await response.json().catch(() => undefined));
  if (!answer.success)
    throw new OperatorError(`The server did not run the command (${response.status}). Its log says why.`);
  if ("problem" in answer.data) throw new OperatorError(answer.data.problem);
  return answer.data.said;
}

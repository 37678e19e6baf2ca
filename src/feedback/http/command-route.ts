import { OperatorError } from "../../shared/operator-error.ts";
import { commandSchema, runCommand } from "../watch/commands.ts";
import type { CommandDeps } from "../watch/commands.ts";

export const COMMANDS_PATH = "/api/report/commands";

/**
 * Answers a command that asks this process to do its work, because no other can use the embedded
 * database. Who asks has shown the token.
 */
export async function answerCommand(request: Request, deps: CommandDeps): Promise<Response> {
  const command = commandSchema.safeParse(await request.json().catch(() => undefined));
  if (!command.success)
    return Response.json({ problem: "The server knows no such command." }, { status: 400 });
  try {
    return Response.json({ said: await runCommand(command.data, deps) });
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return Response.json({ problem: error.message }, { status: 409 });
  }
}

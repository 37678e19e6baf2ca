import { freePort } from "../../support/free-port.ts";
import { createClient } from "../client.ts";
import type { Client } from "../client.ts";
import { createServerProcess } from "../server-process.ts";
import type { ServerProcess } from "../server-process.ts";

/**
 * Runs `work` with a server on a database, and always stops the server afterwards.
 * @param stdout where its log goes, if not to this process
 */
export async function withServer(
  outputDir: string,
  environment: Readonly<Record<string, string>>,
  work: (server: ServerProcess, client: Client) => Promise<void>,
  stdout?: number,
): Promise<void> {
  const server = createServerProcess({ port: await freePort(), outputDir, environment, stdout });
  const client = createClient(server.origin);
  try {
    await server.start();
    await work(server, client);
  } finally {
    client.close();
    await server.end("SIGKILL");
  }
}

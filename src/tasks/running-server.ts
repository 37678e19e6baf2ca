import { OperatorError } from "../shared/operator-error.ts";

/** A server that listens on all addresses is reached on the loopback address. */
const ANY_ADDRESS = ["", "0.0.0.0", "::"];

/** Longer than the longest work of a command. */
const TIMEOUT_MS = 300_000;

/** An address of this machine's server, from the server's own HOST and PORT. */
export function serverAddress(path: string, env: NodeJS.ProcessEnv): URL {
  const host = env["HOST"] ?? "";
  const url = new URL(path, "http://127.0.0.1");
  if (!ANY_ADDRESS.includes(host)) url.hostname = host.includes(":") ? `[${host}]` : host;
  url.port = env["PORT"] ?? "8080";
  return url;
}

/**
 * Asks this machine's server, which has the embedded database, for something that needs the token
 * of the report.
 * @param inUse why the command cannot use the database itself
 * @throws OperatorError if there is no token or no server, or it does not accept the token
 */
export async function askServer(
  path: string,
  { env, inUse, ...init }: RequestInit & { env: NodeJS.ProcessEnv; inUse: Error },
): Promise<Response> {
  const { REPORT_TOKEN: token = "" } = env;
  if (token === "")
    throw new OperatorError(
      `${inUse.message} If it is the server, set its REPORT_TOKEN here, and it does the work.`,
    );
  const url = serverAddress(path, env);
  const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${token}` };
  const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    (cause: unknown) => {
      throw new OperatorError(`${inUse.message} No server answered at ${url.origin}: check HOST and PORT.`, {
        cause,
      });
    },
  );
  if (response.status !== 401 && response.status !== 404) return response;
  throw new OperatorError(
    `The server at ${url.origin} refused (${response.status}). Check REPORT_TOKEN, HOST and PORT, which must be those of the server.`,
  );
}

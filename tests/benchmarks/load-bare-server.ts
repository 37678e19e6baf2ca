/**
 * The fastest possible Node server, for comparison. Fetches a page from another server once, then
 * sends the same bytes to every client. Runs in its own process, as the real server does.
 *
 *   node tests/benchmarks/load-bare-server.ts http://127.0.0.1:8080/servizi/ 8081
 */
import { once } from "node:events";
import { createServer, request } from "node:http";
import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";

/** Headers that Node itself writes, here as in the real server. */
const OF_THE_CONNECTION = ["date", "connection", "keep-alive"];

const [url = "", port] = process.argv.slice(2);
const outgoing = request(url, { headers: { "accept-encoding": "br" } }).end();
const [reply] = (await once(outgoing, "response")) as [IncomingMessage];
const body = await buffer(reply);
const headers: Record<string, string> = {};
for (let at = 0; at < reply.rawHeaders.length; at += 2) {
  const [name = "", value = ""] = reply.rawHeaders.slice(at, at + 2);
  if (!OF_THE_CONNECTION.includes(name.toLowerCase())) headers[name] = value;
}

const server = createServer({ keepAliveTimeout: 65_000 }, (_incoming, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(Number(port), "127.0.0.1");
await once(server, "listening");
process.stdout.write("Ready:\n");

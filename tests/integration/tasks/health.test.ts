import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HEALTH_ENDPOINT } from "../../../src/feedback/http/app.ts";
import { freePort } from "../../support/free-port.ts";

const TASK = resolve(import.meta.dirname, "../../../src/tasks/health.ts");

let status = 200;
const asked: (string | undefined)[] = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  response.writeHead(status).end();
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

/** Runs the task as a container engine does. */
function health(host: string, port: number): Promise<{ code: unknown; output: string }> {
  return new Promise((done) => {
    const env = { ...process.env, HOST: host, PORT: String(port) };
    execFile(process.execPath, [TASK], { env }, (error, stdout, stderr) => {
      done({ code: error ? error.code : 0, output: stdout + stderr });
    });
  });
}

const port = () => (server.address() as AddressInfo).port;

test.each(["0.0.0.0", "::", "", "127.0.0.1"])("a server on «%s» that answers is healthy", async (host) => {
  status = 200;
  expect((await health(host, port())).code).toBe(0);
  expect(asked.at(-1)).toBe(HEALTH_ENDPOINT);
});

test("a server whose storage does not answer is not healthy", async () => {
  status = 503;
  const { code, output } = await health("0.0.0.0", port());
  expect(code).toBe(1);
  expect(output).toContain("503");
});

test("a closed port is not healthy, and is reported in one line", async () => {
  const { code, output } = await health("127.0.0.1", await freePort());
  expect(code).toBe(1);
  expect(output.trim().split("\n")).toHaveLength(1);
  expect(output).toContain("ECONNREFUSED");
});

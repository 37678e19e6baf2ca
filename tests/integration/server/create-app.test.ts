import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClientAddress } from "../../../src/feedback/limits/client-address.ts";
import { createLogger } from "../../../src/feedback/logger.ts";
import { createApp } from "../../../src/server/create-app.ts";
import { noSite } from "../../../src/server/static-site.ts";

let server: Server;
let log: string[];
let senders: (string | undefined)[];

async function start(trustedProxies: string): Promise<void> {
  const app = createApp({
    site: noSite,
    feedback: (_request, { ip }) => {
      senders.push(ip);
      return Promise.resolve(new Response(null, { status: 201 }));
    },
    health: () => Promise.resolve(new Response("ok")),
    clientAddress: createClientAddress(trustedProxies),
    logger: createLogger("info", { write: (line: string) => void log.push(line) }),
  });
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
}

beforeEach(() => {
  log = [];
  senders = [];
});
afterEach(() => server.close());

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });

describe("a proxy in front", () => {
  it("is told to the operator once when it is not trusted, without any address", async () => {
    await start("");
    for (const address of ["192.0.2.7", "192.0.2.8"])
      await ask("/api/feedback", { "x-forwarded-for": address });
    expect(senders).toEqual(["127.0.0.1", "127.0.0.1"]);
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? "")).toMatchObject({ level: "warn", event: "proxy", see: "TRUSTED_PROXIES" });
    expect(log[0]).not.toMatch(/192\.0\.2|127\.0/);
  });

  it("says whom a post is from when it is trusted", async () => {
    await start("127.0.0.1");
    await ask("/api/feedback", { "x-forwarded-for": "192.0.2.7" });
    await ask("/api/feedback");
    expect([senders, log]).toEqual([["192.0.2.7", "127.0.0.1"], []]);
  });
});

it("a server without a site answers at its endpoints, whatever the query, and 404 elsewhere", async () => {
  await start("");
  expect((await ask("/api/health?x=1")).status).toBe(200);
  expect((await ask("/api/feedback?x=1")).status).toBe(201);
  for (const path of ["/", "/api/feedback/", "/api"]) {
    const response = await ask(path);
    expect([response.status, response.headers.get("content-security-policy")]).toEqual([
      404,
      expect.stringContaining("default-src 'none'"),
    ]);
  }
});

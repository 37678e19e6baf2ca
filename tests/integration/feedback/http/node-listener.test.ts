import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp, type App } from "../../../../src/feedback/http/app.ts";
import type { RequestContext } from "../../../../src/feedback/http/handler.ts";
import { createNodeListener, isForApp } from "../../../../src/feedback/http/node-listener.ts";
import { createClientAddress } from "../../../../src/feedback/limits/client-address.ts";
import { readLimits } from "../../../../src/feedback/limits/limits.ts";
import { createLogger } from "../../../../src/feedback/logger.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import { SITE } from "../../../support/feedback.ts";

let server: Server;
let log: string[];

const logger = createLogger("info", { write: (line: string) => void log.push(line) });

/** Replies with the request as it arrived. */
const echo: App = new Hono<{ Bindings: RequestContext }>();
echo.all("*", async ({ req, env }) =>
  Response.json({ url: req.url, body: await req.text(), ip: env.ip ?? null }),
);

/** Mounts an app as servers with pages do. */
async function start(app: App, trustedProxies?: string): Promise<void> {
  const listener = createNodeListener(app, createClientAddress(trustedProxies, logger));
  server = createServer((request, response) => {
    if (isForApp(request)) listener(request, response);
    else response.end("a page");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
}

beforeEach(() => {
  log = [];
});
afterEach(() => server.close());

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const ask = (path: string, init: RequestInit = {}) => fetch(origin() + path, init);

it.each(["/api/feedback?x=1", "/api/feedback", "/api/health?x=1"])(
  "what is for the app reaches it, on the address that was asked: %s",
  async (path) => {
    await start(echo);
    const response = await ask(path, { method: "POST", body: "è" });
    expect(await response.json()).toEqual({ url: origin() + path, body: "è", ip: "127.0.0.1" });
  },
);

it.each(["/", "/api/feedback/", "/api/feedback.json", "/x/api/feedback", "/api", "/api/%66eedback"])(
  "what is not for the app is a page's: %s",
  async (path) => {
    await start(echo);
    expect(await (await ask(path)).text()).toBe("a page");
  },
);

it("a malformed request is answered 400, with the headers of every reply", async () => {
  const store = createFeedbackStore({ query: () => Promise.resolve([]) });
  await start(
    createApp({
      site: SITE,
      store,
      limits: readLimits(),
      allowedOrigins: new Set(),
      trustsHost: true,
      logger,
    }),
  );
  const socket = connect(Number(new URL(origin()).port), "127.0.0.1");
  socket.write("GET /api/health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n");
  const reply = await text(socket);
  expect(reply).toMatch(/^HTTP\/1\.1 400 /);
  expect(reply).toMatch(/^content-security-policy: default-src 'none'/im);
});

describe("a proxy in front", () => {
  const senders = async (...addresses: string[]) => {
    const replies = addresses.map((address) =>
      ask("/api/feedback", { headers: { "x-forwarded-for": address } }),
    );
    return Promise.all(replies.map(async (reply) => ((await (await reply).json()) as { ip: string }).ip));
  };

  it("is reported to the operator once when it is not trusted, without any address", async () => {
    await start(echo);
    expect(await senders("192.0.2.7", "192.0.2.8")).toEqual(["127.0.0.1", "127.0.0.1"]);
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? "")).toMatchObject({ level: "warn", event: "proxy", see: "TRUSTED_PROXIES" });
    expect(log[0]).not.toMatch(/192\.0\.2|127\.0/);
  });

  it("identifies the sender of a post when it is trusted", async () => {
    await start(echo, "127.0.0.1");
    expect(await senders("192.0.2.7")).toEqual(["192.0.2.7"]);
    expect(await (await ask("/api/feedback")).json()).toMatchObject({ ip: "127.0.0.1" });
    expect(log).toEqual([]);
  });
});

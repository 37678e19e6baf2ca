import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FeedbackHandler } from "../../../../src/feedback/http/handler.ts";
import { createFeedbackMiddleware } from "../../../../src/feedback/http/node-listener.ts";

/** Answers with what reached it. */
const echo: FeedbackHandler = async (request, { ip }) =>
  Response.json({ url: request.url, body: await request.text(), ip });

const middleware = createFeedbackMiddleware(echo);
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    middleware(request, response, () => response.end("passed on"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it("answers the feedback path with the handler, on the address that was asked", async () => {
  const response = await fetch(`${origin}/api/feedback?x=1`, { method: "POST", body: "è" });
  expect(await response.json()).toEqual({ url: `${origin}/api/feedback?x=1`, body: "è", ip: "127.0.0.1" });
});

it.each(["/", "/api/feedback/", "/api/feedback.json", "/x/api/feedback"])("passes %s on", async (path) => {
  expect(await (await fetch(`${origin}${path}`)).text()).toBe("passed on");
});

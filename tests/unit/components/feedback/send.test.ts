import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { createSend } from "../../../../_includes/components/feedback/send.ts";

type Answer = (body: string, response: ServerResponse, request: IncomingMessage) => void;

let server: Server | undefined;

async function serve(answer: Answer): Promise<string> {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      answer(body, response, request);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/feedback`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe("createSend", () => {
  it("posts the body as JSON and gives the status", async () => {
    const url = await serve((body, response, { method, headers }) => {
      const asExpected = method === "POST" && headers["content-type"] === "application/json" && body === "{}";
      response.writeHead(asExpected ? 201 : 400).end();
    });
    expect(await createSend(url)("{}")).toBe(201);
  });

  it("sends the second body only after the first was answered", async () => {
    const log: string[] = [];
    const url = await serve((body, response) => {
      log.push(`got ${body}`);
      setTimeout(() => {
        log.push(`answered ${body}`);
        response.writeHead(200).end();
      }, 20);
    });
    const send = createSend(url);
    await Promise.all([send("1"), send("2")]);
    expect(log).toEqual(["got 1", "answered 1", "got 2", "answered 2"]);
  });

  it("sends the second body although the first failed", async () => {
    const url = await serve((body, response) => {
      if (body === "1") response.destroy();
      else response.writeHead(201).end();
    });
    const send = createSend(url);
    expect(await Promise.all([send("1"), send("2")])).toEqual([0, 201]);
  });

  it("passes on a refusal's status", async () => {
    const url = await serve((_, response) => response.writeHead(503).end());
    expect(await createSend(url)("{}")).toBe(503);
  });

  it("does not take another page, reached by a redirect, for an answer", async () => {
    const url = await serve((_, response, { method }) => {
      if (method === "POST") response.writeHead(302, { Location: "/login" }).end();
      else response.writeHead(200).end("<h1>Log in</h1>");
    });
    expect(await createSend(url)("{}")).toBe(0);
  });
});

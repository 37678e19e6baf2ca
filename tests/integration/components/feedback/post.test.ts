import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { isSent, isTemporary, postFeedback } from "../../../../_includes/components/feedback/post.ts";
import type { FeedbackPost } from "../../../../src/shared/feedback-contract.ts";

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

const POST: FeedbackPost = {
  id: "0a1b2c3d-4e5f-4a6b-8c7d-8e9fa0b1c2d3",
  page: "/",
  rating: 4,
  lang: "it",
  formVersion: "a",
  pageRevision: "b",
};

describe("postFeedback", () => {
  it("posts as JSON and gives the status", async () => {
    const url = await serve((body, response, { method, headers }) => {
      const asExpected =
        method === "POST" && headers["content-type"] === "application/json" && body === JSON.stringify(POST);
      response.writeHead(asExpected ? 201 : 400).end();
    });
    expect(await postFeedback(url, POST)).toEqual({ status: 201, retryAfter: null, problem: undefined });
  });

  it("passes on why a post was refused, and for how long", async () => {
    const problem = { status: 429, code: "rate-limited", detail: "Troppi.", errors: [] };
    const url = await serve((_, response) =>
      response.writeHead(429, { "Retry-After": "7" }).end(JSON.stringify(problem)),
    );
    expect(await postFeedback(url, POST)).toEqual({ status: 429, retryAfter: "7", problem });
  });

  it("takes a refusal in words that are not ours as one without a reason", async () => {
    const url = await serve((_, response) => response.writeHead(502).end("<h1>Bad Gateway</h1>"));
    expect(await postFeedback(url, POST)).toEqual({ status: 502, retryAfter: null, problem: null });
  });

  it("gives the status 0 when the connection breaks", async () => {
    const url = await serve((_, response) => response.destroy());
    expect(await postFeedback(url, POST)).toEqual({ status: 0, retryAfter: null });
  });

  it("does not take another page, reached by a redirect, for an answer", async () => {
    const url = await serve((_, response, { method }) => {
      if (method === "POST") response.writeHead(302, { Location: "/login" }).end();
      else response.writeHead(200).end("<h1>Log in</h1>");
    });
    expect((await postFeedback(url, POST)).status).toBe(0);
  });
});

describe("a reply", () => {
  const reply = (status: number) => ({ status, retryAfter: null });

  it("means sent only when it is 2xx", () => {
    expect([200, 201].every((status) => isSent(reply(status)))).toBe(true);
    expect([0, 302, 409, 422, 429, 503].some((status) => isSent(reply(status)))).toBe(false);
  });

  it("leaves hope for later when nobody answered, on 408, 425, 429 and 5xx, and on nothing else", () => {
    expect([0, 408, 425, 429, 500, 502, 503, 504].every((status) => isTemporary(reply(status)))).toBe(true);
    expect([200, 400, 403, 409, 413, 415, 422].some((status) => isTemporary(reply(status)))).toBe(false);
  });
});

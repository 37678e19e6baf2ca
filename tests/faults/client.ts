import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { FEEDBACK_ENDPOINT } from "../../src/shared/feedback-contract.ts";
import { formPost, jsonPost } from "../support/feedback.ts";
import type { Post } from "./posts.ts";

/** Browsers give up after 20 s. Here a reply that takes this long counts as missing. */
const TIMEOUT_MS = 10_000;

export interface Reply {
  status: number;
  retryAfter: string | undefined;
  /** The time until the reply, in milliseconds. */
  duration: number;
}

/** Keep-alive connections to one server, as a browser has. */
export interface Client {
  /** Rejects when the connection breaks before the reply is complete. */
  send: (post: Post) => Promise<Reply>;
  get: (path: string) => Promise<Reply>;
  close: () => void;
}

export function createClient(origin: string): Client {
  const agent = new Agent({ keepAlive: true });

  async function exchange(
    path: string,
    method: string,
    headers: Record<string, string>,
    body = "",
  ): Promise<Reply> {
    const start = performance.now();
    const { promise, resolve, reject } = Promise.withResolvers<Omit<Reply, "duration">>();
    const outgoing = request(`${origin}${path}`, { agent, method, headers, timeout: TIMEOUT_MS });
    outgoing.once("timeout", () => outgoing.destroy(new Error("No reply in time")));
    outgoing.once("error", reject);
    outgoing.once("response", (response) => {
      const { statusCode: status = 0, headers } = response;
      text(response).then(() => {
        resolve({ status, retryAfter: headers["retry-after"] });
      }, reject);
    });
    outgoing.end(body);
    return { ...(await promise), duration: performance.now() - start };
  }

  return {
    send(post) {
      const { type, body } = encodePost(post);
      return exchange(FEEDBACK_ENDPOINT, "POST", { origin, "content-type": type }, body);
    },
    get: (path) => exchange(path, "GET", {}),
    close: () => {
      agent.destroy();
    },
  };
}

/** Encodes a post as the browser does. */
export function encodePost({ key, format, content }: Post): { type: string; body: string } {
  const { rating, answer, comment } = content;
  if (format === "json") {
    return { type: "application/json", body: JSON.stringify(jsonPost({ id: key, rating, answer, comment })) };
  }
  const fields = formPost({ rating: String(rating), answer: answer ?? "", comment: comment ?? "" });
  return { type: "application/x-www-form-urlencoded", body: new URLSearchParams(fields).toString() };
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { FEEDBACK_ENDPOINT } from "../../shared/feedback-contract.ts";
import type { FeedbackHandler } from "./handler.ts";

/** A Connect-style middleware, as development servers take it. */
export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Mounts the handler on a Node server that is not ours: the feedback path is answered, the rest passed on. */
export function createFeedbackMiddleware(handler: FeedbackHandler): NodeMiddleware {
  const listener = getRequestListener((request, { incoming }) =>
    handler(request, { ip: "socket" in incoming ? incoming.socket.remoteAddress : undefined }),
  );
  return (request, response, next) => {
    const [path] = (request.url ?? "").split("?");
    if (path === FEEDBACK_ENDPOINT) void listener(request, response);
    else next();
  };
}

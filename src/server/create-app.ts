import type { IncomingMessage, RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ClientAddress } from "../feedback/limits/client-address.ts";
import type { FeedbackHandler } from "../feedback/http/handler.ts";
import { HEALTH_ENDPOINT } from "../feedback/http/health.ts";
import type { HealthHandler } from "../feedback/http/health.ts";
import type { Logger } from "../feedback/logger.ts";
import { FEEDBACK_ENDPOINT } from "../shared/feedback-contract.ts";
import type { StaticSite } from "./static-site.ts";

export interface AppDeps {
  site: StaticSite;
  feedback: FeedbackHandler;
  health: HealthHandler;
  clientAddress: ClientAddress;
  logger: Logger;
}

/** The site, its feedback endpoint and its health check as one listener of a Node server. */
export function createApp({ site, feedback, health, clientAddress, logger }: AppDeps): RequestListener {
  let warned = false;
  const endpoints = new Map<string, RequestListener>([
    [FEEDBACK_ENDPOINT, listen((request, incoming) => feedback(request, { ip: senderOf(incoming) }))],
    [HEALTH_ENDPOINT, listen((request) => health(request))],
  ]);
  return (request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    const endpoint = endpoints.get(path);
    if (endpoint) endpoint(request, response);
    else site(request, response).catch(() => response.destroy());
  };

  function senderOf({ socket, headers }: IncomingMessage): string | undefined {
    const forwardedFor = headers["x-forwarded-for"];
    const header = Array.isArray(forwardedFor) ? forwardedFor.join() : forwardedFor;
    const peer = clientAddress(socket.remoteAddress, undefined);
    const sender = clientAddress(socket.remoteAddress, header);
    // Said once, because anyone can send the header; but a proxy that is not trusted makes one sender of a whole town.
    if (header !== undefined && sender === peer && !warned) {
      warned = true;
      logger.warn({ event: "proxy", outcome: "not-trusted", see: "TRUSTED_PROXIES" });
    }
    return sender;
  }
}

function listen(answer: (request: Request, incoming: IncomingMessage) => Promise<Response>): RequestListener {
  const listener = getRequestListener((request, { incoming }) =>
    answer(request, incoming as IncomingMessage),
  );
  return (request, response) => void listener(request, response);
}

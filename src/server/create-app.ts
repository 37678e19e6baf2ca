import type { IncomingMessage, RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ClientAddress } from "../feedback/client-address.ts";
import type { FeedbackHandler } from "../feedback/handler.ts";
import { HEALTH_ENDPOINT } from "../feedback/health.ts";
import type { HealthHandler } from "../feedback/health.ts";
import { FEEDBACK_ENDPOINT } from "../shared/feedback-contract.ts";
import type { StaticSite } from "./static-site.ts";

export interface AppDeps {
  site: StaticSite;
  feedback: FeedbackHandler;
  health: HealthHandler;
  clientAddress: ClientAddress;
}

/** The site, its feedback endpoint and its health check as one listener of a Node server. */
export function createApp({ site, feedback, health, clientAddress }: AppDeps): RequestListener {
  const endpoints = new Map<string, RequestListener>([
    [
      FEEDBACK_ENDPOINT,
      listen((request, incoming) =>
        feedback(request, {
          ip: clientAddress(
            incoming.socket.remoteAddress,
            request.headers.get("x-forwarded-for") ?? undefined,
          ),
        }),
      ),
    ],
    [HEALTH_ENDPOINT, listen((request) => health(request))],
  ]);
  return (request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    const endpoint = endpoints.get(path);
    if (endpoint) endpoint(request, response);
    else site(request, response).catch(() => response.destroy());
  };
}

function listen(answer: (request: Request, incoming: IncomingMessage) => Promise<Response>): RequestListener {
  const listener = getRequestListener((request, { incoming }) =>
    answer(request, incoming as IncomingMessage),
  );
  return (request, response) => void listener(request, response);
}

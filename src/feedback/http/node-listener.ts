import type { IncomingMessage, RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ClientAddress } from "../limits/client-address.ts";
import { ENDPOINTS, HEADERS } from "./app.ts";
import type { App } from "./app.ts";

/** Mounts the app on a Node server, in production or in development. */
export function createNodeListener(app: App, clientAddress: ClientAddress): RequestListener {
  const listener = getRequestListener(
    (request, { incoming }) => app.fetch(request, { ip: clientAddress(incoming) }),
    // For what cannot be turned into a `Request`, such as an impossible host name.
    { errorHandler: () => new Response(null, { status: 400, headers: HEADERS }) },
  );
  return (request, response) => void listener(request, response);
}

/** True if a request is for the app, and not for the pages that the server also has. */
export function isForApp({ url = "" }: IncomingMessage): boolean {
  const [path = ""] = url.split("?", 1);
  return ENDPOINTS.has(path);
}

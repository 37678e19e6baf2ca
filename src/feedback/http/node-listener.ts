import type { IncomingMessage, RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ClientAddress } from "../limits/client-address.ts";
import { ENDPOINTS, HEADERS } from "./app.ts";
import type { App } from "./app.ts";

/** Mounts the app on a Node server, ours or one for development. */
export function createNodeListener(app: App, clientAddress: ClientAddress): RequestListener {
  const listener = getRequestListener(
    (request, { incoming }) => app.fetch(request, { ip: clientAddress(incoming) }),
    // What cannot be made a request, such as one for a host that cannot be.
    { errorHandler: () => new Response(null, { status: 400, headers: HEADERS }) },
  );
  return (request, response) => void listener(request, response);
}

/** Whether a request is for the app, and not for the pages that a server has beside it. */
export function isForApp({ url = "" }: IncomingMessage): boolean {
  const [path = ""] = url.split("?", 1);
  return ENDPOINTS.has(path);
}

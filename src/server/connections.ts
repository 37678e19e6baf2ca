import type { RequestListener, Server } from "node:http";
import type { Socket } from "node:net";

/** What clients may hold of one server. */
export interface ConnectionBounds {
  /** More than such a site has visitors at once, and fewer than a process may open files. */
  connections: number;
  /** Requests of one connection that wait for a reply. Browsers send one after the other. */
  waiting: number;
  /** How long a client may neither take nor send anything, in milliseconds. */
  silenceMs: number;
}

export const MAX_CONNECTIONS = 2_000;
export const MAX_WAITING = 100;

/**
 * Answers requests so that no client can hold more than the bounds, whatever it sends and whether
 * or not it reads. Of too many connections, the one whose last reply is the oldest is cut, and so
 * a citizen who comes meanwhile still gets the page. A connection with too many requests that wait
 * is cut too, because Node reads on before they are answered. Node itself cuts whoever is silent
 * for too long, and heads that do not end.
 */
export function listenWithin(server: Server, listener: RequestListener, bounds: ConnectionBounds): void {
  /** The requests that wait, by connection. What was answered last comes last. */
  const open = new Map<Socket, number>();
  server.timeout = bounds.silenceMs;

  server.on("connection", (socket) => {
    open.set(socket, 0);
    socket.once("close", () => open.delete(socket));
    const [oldest] = open.keys();
    if (open.size > bounds.connections && oldest) cut(oldest);
  });

  server.on("request", (request, response) => {
    const { socket } = request;
    const waiting = open.get(socket);
    // What was read together with the request that went too far is not answered.
    if (waiting === undefined) return;
    if (waiting >= bounds.waiting) {
      cut(socket);
      return;
    }
    open.set(socket, waiting + 1);
    response.once("close", () => {
      const left = open.get(socket);
      if (left === undefined) return;
      open.delete(socket);
      open.set(socket, left - 1);
    });
    listener(request, response);
  });

  function cut(socket: Socket): void {
    open.delete(socket);
    socket.destroy();
  }
}

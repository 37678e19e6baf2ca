import { once } from "node:events";
import { connect } from "node:net";

/** One keep-alive connection that carries a request at a time. */
export interface LoadConnection {
  /** Sends a whole request; resolves with the status when the reply is complete. */
  send: (request: string) => Promise<number>;
  close: () => void;
}

/**
 * Opens a connection for load tests. Node's own client takes about as much time for a request as the server
 * does, and would measure itself: this one reads no more of a reply than its status and where it ends.
 * What the server closed while it was idle is opened again, as any client does.
 */
export async function openConnection(origin: string): Promise<LoadConnection> {
  let current = await openSocket(origin);
  return {
    async send(request) {
      if (current.closed()) current = await openSocket(origin);
      return current.send(request);
    },
    close: () => {
      current.close();
    },
  };
}

async function openSocket(origin: string): Promise<LoadConnection & { closed: () => boolean }> {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, "connect");
  let pending: PromiseWithResolvers<number> | undefined;
  let received = "";

  const fail = () => {
    pending?.reject(new Error("The connection was closed"));
    pending = undefined;
  };
  socket.on("error", fail);
  socket.on("close", fail);
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
    if (!isComplete(received)) return;
    pending?.resolve(Number(received.slice(9, 12)));
    pending = undefined;
    received = "";
  });

  return {
    send(request) {
      const reply = Promise.withResolvers<number>();
      pending = reply;
      socket.write(request);
      return reply.promise;
    },
    closed: () => socket.destroyed || socket.readableEnded,
    close: () => {
      socket.destroy();
    },
  };
}

function isComplete(reply: string): boolean {
  const end = reply.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /^content-length: (\d+)/im.exec(reply.slice(0, end + 2))?.[1];
  return length === undefined ? reply.endsWith("\r\n0\r\n\r\n") : reply.length >= end + 4 + Number(length);
}

import { once } from "node:events";
import { connect } from "node:net";

/** A keep-alive connection that carries one request at a time. */
export interface LoadConnection {
  /** Sends a complete request and resolves with the status once the reply is complete. */
  send: (request: string) => Promise<number>;
  close: () => void;
}

/**
 * Opens a connection for load tests. Node's own client takes about as much time for a request as
 * the server and would distort the measurement. This client reads only the status and the length of
 * a reply. Like any client, it reconnects when the server closes an idle connection.
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
  const reader = createReplyReader((status) => {
    pending?.resolve(status);
    pending = undefined;
  });

  const fail = () => {
    pending?.reject(new Error("The connection was closed"));
    pending = undefined;
  };
  socket.on("error", fail);
  socket.on("close", fail);
  socket.on("data", reader);

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

/**
 * Reads the replies of a connection in order. Every reply of the server declares its length.
 * @param onReply receives the status of each complete reply
 */
export function createReplyReader(onReply: (status: number) => void): (chunk: Buffer) => void {
  let head = Buffer.alloc(0);
  let status = 0;
  let left = 0;
  return (chunk) => {
    let at = 0;
    while (at < chunk.byteLength) {
      if (left === 0) {
        head = Buffer.concat([head, chunk.subarray(at)]);
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        at = chunk.byteLength - (head.byteLength - end - 4);
        const text = head.toString("latin1", 0, end + 2);
        head = Buffer.alloc(0);
        status = Number(text.slice(9, 12));
        left = Number(/^content-length: (\d+)/im.exec(text)?.[1]);
      }
      const taken = Math.min(left, chunk.byteLength - at);
      at += taken;
      left -= taken;
      if (left === 0) onReply(status);
    }
  };
}

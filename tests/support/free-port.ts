import { createServer } from "node:net";

/** Finds a TCP port of 127.0.0.1 that is free when this is called. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("The system gave no TCP port"));
      });
    });
  });
}

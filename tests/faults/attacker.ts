/**
 * A client that means harm: `node tests/faults/attacker.ts KIND PORT`, with a channel to its
 * parent. It has a process of its own, so that its work does not delay those who measure. It says
 * when all its connections stand, and stays until the channel is closed.
 */
import { connect } from "node:net";

/** What each connection sends, and how many there are. */
interface Attack {
  connections: number;
  request: string;
  /** Whether they read the replies. */
  reads?: boolean;
  /** Whether the server is to cut them. */
  isCut: boolean;
}

const HOST = "Host: a.example\r\n";
const get = (path: string, headers = "") => `GET ${path} HTTP/1.1\r\n${HOST}${headers}\r\n`;

/** As many ranges as a head of 16 KiB can hold. */
const RANGES = `Range: bytes=${Array.from({ length: 2_500 }, (_, at) => `${at * 2}-`)
  .join(",")
  .slice(0, 15_000)}0\r\n`;

export const ATTACKS = {
  "1,000 pages at once, none read": {
    connections: 20,
    request: get("/servizi/").repeat(1_000),
    isCut: true,
  },
  "readers that take nothing": { connections: 300, request: get("/guida.pdf").repeat(20), isCut: true },
  "half-sent heads": {
    connections: 3_000,
    request: `GET / HTTP/1.1\r\n${HOST}X-Half: ${"a".repeat(8_000)}`,
    isCut: true,
  },
  "half-sent posts": {
    connections: 3_000,
    request: `POST /api/feedback HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n{`,
    isCut: true,
  },
  "connections that say nothing": { connections: 6_000, request: "", isCut: true },
  "connections that stay after a page": {
    connections: 6_000,
    request: get("/"),
    reads: true,
    isCut: false,
  },
  "absurd ranges": {
    connections: 50,
    request: get("/servizi/", RANGES).repeat(40),
    reads: true,
    isCut: false,
  },
} satisfies Record<string, Attack>;
export type AttackName = keyof typeof ATTACKS;

const [, , name = "", port = ""] = process.argv;
if (process.send && name in ATTACKS) attack(ATTACKS[name as AttackName], Number(port));

function attack({ connections, request, reads = false }: Attack, port: number): void {
  let placed = 0;
  for (let count = 0; count < connections; count++) {
    const socket = connect(port, "127.0.0.1", () => {
      if (request !== "") socket.write(request);
      placed += 1;
      if (placed === connections) process.send?.("placed");
    });
    socket.on("error", () => undefined);
    if (reads) socket.resume();
    else socket.pause();
  }
  process.on("disconnect", () => process.exit());
}

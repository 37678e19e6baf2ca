import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { listenWithin, type ConnectionBounds } from "../../../src/server/connections.ts";

const GET = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n";
const NEVER = "GET /never HTTP/1.1\r\nHost: a.example\r\n\r\n";
const BOUNDS: ConnectionBounds = { connections: 10, waiting: 10, silenceMs: 0 };

let server = createServer();
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Starts a server. Returns the addresses that it was asked for. */
async function start(
  bounds: Partial<ConnectionBounds>,
  answer: RequestListener = (_request, response) => response.end("a page"),
): Promise<(string | undefined)[]> {
  const asked: (string | undefined)[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request.url);
    if (request.url !== "/never") answer(request, response);
  };
  server = createServer();
  listenWithin(server, listener, { ...BOUNDS, ...bounds });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return asked;
}

async function open(request = ""): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  if (request !== "") socket.write(request);
  return socket;
}

const openConnections = () =>
  new Promise<number>((resolve) => {
    server.getConnections((_error, count) => {
      resolve(count);
    });
  });

describe("of too many connections", () => {
  it.each([
    ["say nothing", ""],
    ["send half a head", "GET / HTTP/1.1\r\nHost: a"],
    ["wait for a reply", NEVER],
  ])("those are cut that %s, and who comes meanwhile gets a page", async (_what, request) => {
    await start({ connections: 3 });
    for (let count = 0; count < 8; count++) await open(request);
    await expect.poll(openConnections).toBe(3);
    const citizen = await open(GET);
    expect(String(await once(citizen, "data"))).toContain("a page");
  });

  it("the one is cut whose last reply is the oldest", async () => {
    await start({ connections: 2 });
    const [first, second] = [await open(GET), await open(GET)];
    await Promise.all([once(first, "data"), once(second, "data")]);
    first.write(GET);
    await once(first, "data");
    const cut = once(second, "close");
    await open();
    await cut;
    first.write(GET);
    expect(String(await once(first, "data"))).toContain("a page");
  });
});

describe("one connection", () => {
  it("is cut when too many of its requests wait, and the rest is not answered", async () => {
    const asked = await start({ waiting: 5 });
    const greedy = await open(NEVER.repeat(500));
    await once(greedy.resume(), "close");
    expect(asked).toHaveLength(5);
  });

  it("gets every page that it asks for within the bound, however many they become", async () => {
    await start({ waiting: 5 });
    const socket = await open();
    for (let count = 0; count < 4; count++) {
      socket.write(GET.repeat(5));
      let received = "";
      while (received.split("a page").length <= 5) received += String(await once(socket, "data"));
    }
    expect(socket.destroyed).toBe(false);
  });

  it("is cut when its reader takes nothing", async () => {
    const page = Buffer.alloc(20_000_000);
    await start({ silenceMs: 50 }, (_request, response) => response.end(page));
    (await open(GET)).pause();
    await expect.poll(openConnections, { timeout: 30_000 }).toBe(0);
  });
});

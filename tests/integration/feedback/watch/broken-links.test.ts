import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { findBrokenLinks } from "../../../../src/feedback/watch/broken-links.ts";

let server: Server;
let asked: string[];

/** A site that answers with the status in the address, or not at all. */
beforeAll(async () => {
  server = createServer(({ url = "" }, response) => {
    asked.push(url);
    if (url === "/silent") return;
    const status = Number(url.slice(1));
    response.writeHead(status, status === 301 ? { Location: "/404" } : {}).end("x".repeat(100_000));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;
const found = async (links: readonly string[], timeoutMs = 60_000) =>
  (await findBrokenLinks([{ source: "/", links }], { timeoutMs }))
    .get("/")
    ?.map(({ url, reason }) => `${url} ${reason}`) ?? [];

it("a link is broken when its page is gone, also where another address leads there", async () => {
  expect(await found([at("404"), at("410"), at("301")])).toEqual([
    `${at("404")} risponde 404`,
    `${at("410")} risponde 410`,
    `${at("301")} risponde 404`,
  ]);
});

it("a link is broken when there is no such host, unless no host at all can be reached", async () => {
  const failing = (code: string) => (url: string | URL | Request) =>
    url === at("200")
      ? fetch(url)
      : Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));
  const pages = [{ source: "/", links: ["https://ente.example/", at("200")] }];
  expect((await findBrokenLinks(pages, { ask: failing("ENOTFOUND") })).get("/")).toEqual([
    { url: "https://ente.example/", reason: "non si raggiunge (ENOTFOUND)" },
  ]);
  expect((await findBrokenLinks(pages, { ask: failing("EAI_AGAIN") })).size).toBe(0);
  const alone = [{ source: "/", links: ["https://ente.example/", "https://altro.example/"] }];
  expect((await findBrokenLinks(alone, { ask: failing("ENOTFOUND") })).size).toBe(0);
});

it("a link is not broken while its site refuses programs, is busy, is slow, or is down", async () => {
  expect(await found([at("200"), at("403"), at("429"), at("503"), "http://127.0.0.1:1/"])).toEqual([]);
  expect(await found([at("silent")], 100)).toEqual([]);
});

it("asks once for an address that several pages have, and tells it of each", async () => {
  const broken = await findBrokenLinks(
    ["/", "/servizi/", "/servizi/"].map((source) => ({ source, links: [at("404")] })),
  );
  expect(asked).toEqual(["/404"]);
  expect([...broken]).toEqual([
    ["/", [{ url: at("404"), reason: "risponde 404" }]],
    ["/servizi/", [{ url: at("404"), reason: "risponde 404" }]],
  ]);
});

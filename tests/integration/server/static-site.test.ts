import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readlinkSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { compressWell } from "../../../src/hosting/compress.ts";
import { finishSite } from "../../../src/hosting/finish-site.ts";
import { IMMUTABLE } from "../../../src/hosting/header-rules.ts";
import { SECURITY_HEADERS } from "../../../src/hosting/security-headers.ts";
import { createStaticSite } from "../../../src/server/static-site.ts";

const HOME = `<!doctype html><style>p{color:#06c}</style>${"<p>Il segretariato sociale</p>".repeat(100)}`;
const NOT_FOUND = `<!doctype html>${"<p>Pagina non trovata</p>".repeat(20)}`;
const SCRIPT = "console.log('Segretariato sociale');".repeat(30);
/** The content of a file beside the served folder. No address or reply contains it otherwise. */
const SECRET = "Quarantaquattro-gatti";
const PICTURE = "0123456789";

/** What gets smaller. */
const COMPRESSED = ["/", "/x/", "/assets/main.0123456789.js"];

let directory: string;
let server: Server;
let port: number;

async function writeSite(root: string, changes: Record<string, string> = {}): Promise<void> {
  const files = {
    "index.html": HOME,
    "404.html": NOT_FOUND,
    "servizi/index.html": "<h1>Servizi</h1>",
    "città/index.html": "<h1>Città</h1>",
    "assets/main.0123456789.js": SCRIPT,
    "segretariato-sociale.ics": "BEGIN:VCALENDAR",
    "site.webmanifest": "{}",
    "novita/feed.xml": "<feed/>",
    "icon-192.png": PICTURE,
    ".well-known/security.txt": "Contact: mailto:a@b.example",
    ...changes,
  };
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(join(root, path, ".."), { recursive: true });
    await writeFile(join(root, path), contents);
  }
  await finishSite(root);
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "static-site-"));
  await writeSite(join(directory, "_site"));
  await writeFile(join(directory, "secret.txt"), SECRET);
  const site = await createStaticSite(join(directory, "_site"));
  server = createServer(site).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
  for (const path of COMPRESSED) for (const coding of ["br", "gzip"]) await untilBest(path, coding);
});
afterAll(async () => {
  server.close();
  await rm(directory, { recursive: true });
});

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Waits until the server sends a file in its best compression. Earlier replies may differ in their
 * bytes.
 */
async function untilBest(path: string, coding: string): Promise<void> {
  const plain = await get(path);
  const best = await compressWell(plain.body, coding === "br" ? "br" : "gzip");
  for (;;) {
    const { body } = await get(path, { "accept-encoding": coding });
    if (body.equals(best)) return;
    await setTimeout(5);
  }
}

/** Requests a path with Node's own client, which neither decompresses nor adds headers. */
async function get(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  to = { port },
): Promise<Reply> {
  const outgoing = request({ host: "127.0.0.1", ...to, path, method, headers }).end();
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) };
}

/** Sends a request target unchanged and returns the whole reply. */
async function getTarget(target: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${target} HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

describe("a file", () => {
  it.each([
    ["/", "text/html; charset=utf-8"],
    ["/servizi/", "text/html; charset=utf-8"],
    ["/citt%C3%A0/", "text/html; charset=utf-8"],
    ["/segretariato-sociale.ics", "text/calendar; charset=utf-8"],
    ["/site.webmanifest", "application/manifest+json"],
    ["/novita/feed.xml", "application/atom+xml; charset=utf-8"],
    ["/.well-known/security.txt", "text/plain; charset=utf-8"],
  ])("is served: %s as %s", async (path, type) => {
    const { status, headers } = await get(`${path}?utm=1`);
    expect([status, headers["content-type"]]).toEqual([200, type]);
  });

  it("is asked for again each time, unless its name has a hash of its contents", async () => {
    expect((await get("/")).headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    expect((await get("/assets/main.0123456789.js")).headers["cache-control"]).toBe(IMMUTABLE);
  });

  it.each(["/_headers", "/_redirects", "/index.html.br", "/assets/main.0123456789.js.gz"])(
    "is not served when it is the server's own: %s",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe("compression", () => {
  it.each([
    ["br", "br"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["BR", "br"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0", undefined],
    ["*", "br"],
    ["*;q=0.1, identity;q=0.9", undefined],
    ["*;q=0", undefined],
    ["deflate", undefined],
    ["", undefined],
  ])("answers Accept-Encoding: %s with %s", async (accepted, expected) => {
    const { headers, body } = await get("/", { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(expected);
    expect(headers.vary).toBe("Accept-Encoding");
    expect(Number(headers["content-length"])).toBe(body.byteLength);
    const plain =
      expected === "br" ? brotliDecompressSync(body) : expected === "gzip" ? gunzipSync(body) : body;
    expect(plain.toString()).toBe(HOME);
  });

  /** Serves a site of its own, with files beside those that the build leaves. */
  async function serve(name: string, files: Record<string, string | Buffer>): Promise<Server> {
    const root = join(directory, name);
    await writeSite(root);
    for (const [file, contents] of Object.entries(files)) await writeFile(join(root, file), contents);
    const other = createServer(await createStaticSite(root)).listen(0, "127.0.0.1");
    await once(other, "listening");
    return other;
  }

  const compressed = (from: Server, coding: string) =>
    get("/", { "accept-encoding": coding }, "GET", from.address() as AddressInfo);

  it("happens at the first request, and better for later ones", async () => {
    const page = Array.from({ length: 400 }, (_, day) => `<p>Giorno ${day * day}: prenota.</p>`).join("");
    const other = await serve("asked", { "index.html": page });
    const best = await compressWell(Buffer.from(page), "br");
    const first = await compressed(other, "br");
    expect(brotliDecompressSync(first.body).toString()).toBe(page);
    expect(first.body.byteLength).toBeGreaterThan(best.byteLength);
    let later = first;
    while (!later.body.equals(best)) later = await compressed(other, "br");
    expect(later.headers.etag).not.toBe(first.headers.etag);
    other.close();
  });

  it("is skipped where a copy lies beside the file", async () => {
    const other = await serve("copies", { "index.html.gz": gzipSync("a copy") });
    expect(gunzipSync((await compressed(other, "gzip")).body).toString()).toBe("a copy");
    other.close();
  });

  it("is skipped for files that do not get smaller", async () => {
    const { headers, body } = await get("/icon-192.png", { "accept-encoding": "br" });
    expect([headers["content-encoding"], headers.vary]).toEqual([undefined, undefined]);
    expect(body.toString()).toBe(PICTURE);
  });
});

describe("revalidation", () => {
  it("answers 304 to a client that has the same bytes, and the file to one that has others", async () => {
    const tags = new Set<string>();
    for (const accepted of ["br", "gzip", "identity"]) {
      const { etag = "" } = (await get("/", { "accept-encoding": accepted })).headers;
      const again = { "accept-encoding": accepted, "if-none-match": etag };
      const same = await get("/", again);
      expect([same.status, same.body.byteLength, same.headers.etag]).toEqual([304, 0, etag]);
      expect(same.headers.vary).toBe("Accept-Encoding");
      expect(same.headers["content-security-policy"]).toBeDefined();
      expect((await get("/", again, "HEAD")).status).toBe(304);
      expect((await get("/", { ...again, "if-none-match": '"other"' })).status).toBe(200);
      tags.add(etag);
    }
    expect(tags.size).toBe(3);
  });

  it("knows the file among several, and takes a star for any", async () => {
    const { etag = "" } = (await get("/")).headers;
    for (const tags of [`"a", ${etag}`, `W/${etag},"b"`, "*"])
      expect([tags, (await get("/", { "if-none-match": tags })).status]).toEqual([tags, 304]);
  });

  it("answers 412 to a client that accepts only bytes that no longer exist", async () => {
    const { etag = "" } = (await get("/")).headers;
    expect((await get("/", { "if-match": etag })).status).toBe(200);
    expect((await get("/", { "if-match": "*" })).status).toBe(200);
    for (const tags of ['"other"', `W/${etag}`]) {
      const { status, body, headers } = await get("/", { "if-match": tags });
      expect([status, body.byteLength, headers["cache-control"]]).toEqual([412, 0, undefined]);
      expect(headers["content-security-policy"]).toBeDefined();
    }
  });

  it("knows a file by its contents alone, whichever process serves it and whenever it was built", async () => {
    const copy = join(directory, "copy");
    await writeSite(copy);
    const site = await createStaticSite(copy);
    const other = createServer(site).listen(0, "127.0.0.1");
    await once(other, "listening");
    const reply = await fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`, {
      headers: { "accept-encoding": "identity" },
    });
    other.close();
    expect(reply.headers.get("etag")).toBe((await get("/")).headers.etag);
  });
});

describe("a range", () => {
  it.each([
    ["bytes=2-4", 206, "bytes 2-4/10", "234"],
    ["bytes=7-", 206, "bytes 7-9/10", "789"],
    ["bytes=-2", 206, "bytes 8-9/10", "89"],
    ["bytes=8-99", 206, "bytes 8-9/10", "89"],
    ["bytes=20-", 416, "bytes */10", ""],
    ["bytes=0-1,4-5", 200, undefined, PICTURE],
    ["pages=1-2", 200, undefined, PICTURE],
    ["bytes=4-2", 416, "bytes */10", ""],
  ])("%s gives %i %s", async (range, status, contentRange, body) => {
    const reply = await get("/icon-192.png", { range });
    expect([reply.status, reply.headers["content-range"], reply.body.toString()]).toEqual([
      status,
      contentRange,
      body,
    ]);
    expect(reply.headers["accept-ranges"]).toBe("bytes");
  });

  it("is not looked for where there are thousands: the whole is sent", async () => {
    const { status, body } = await get("/icon-192.png", { range: `bytes=${"2-4,".repeat(2_000)}2-4` });
    expect([status, body.toString()]).toEqual([200, PICTURE]);
  });

  it("is of the bytes that the browser has begun to load, or else the whole is sent", async () => {
    const { etag = "" } = (await get("/icon-192.png")).headers;
    const range = { range: "bytes=2-4" };
    expect((await get("/icon-192.png", { ...range, "if-range": etag })).status).toBe(206);
    expect((await get("/icon-192.png", { ...range, "if-range": '"old"' })).status).toBe(200);
  });

  it("is of the compressed bytes when those are sent", async () => {
    const whole = await get("/", { "accept-encoding": "br" });
    const part = await get("/", { "accept-encoding": "br", range: "bytes=3-9" });
    expect([part.status, part.headers["content-encoding"]]).toEqual([206, "br"]);
    expect(part.body).toEqual(whole.body.subarray(3, 10));
  });

  it("means nothing to HEAD, nor where there is no page", async () => {
    expect((await get("/icon-192.png", { range: "bytes=2-4" }, "HEAD")).status).toBe(200);
    const missing = await get("/x/", { range: "bytes=2-4" });
    expect([missing.status, missing.body.toString()]).toEqual([404, NOT_FOUND]);
  });
});

describe("HEAD", () => {
  it.each(["/", "/assets/main.0123456789.js", "/servizi", "/x/", "/favicon.ico"])(
    "is answered like GET, without the body: %s",
    async (path) => {
      const encoding = { "accept-encoding": "br" };
      const [head, whole] = await Promise.all([get(path, encoding, "HEAD"), get(path, encoding)]);
      expect(head.body.byteLength).toBe(0);
      expect({ ...head, body: "", headers: { ...head.headers, date: "" } }).toEqual({
        ...whole,
        body: "",
        headers: { ...whole.headers, date: "" },
      });
    },
  );
});

describe("an address that does not exist", () => {
  it.each([
    ["/x/", "GET"],
    ["/x", "GET"],
    ["/assets/main.js", "GET"],
    ["/x/", "POST"],
  ])("gets the page that says so, with status 404: %s %s", async (path, method) => {
    const { status, headers, body } = await get(path, { "accept-encoding": "br" }, method);
    expect([status, brotliDecompressSync(body).toString()]).toEqual([404, NOT_FOUND]);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "public, max-age=0, must-revalidate",
    });
    expect(headers).not.toHaveProperty("etag");
  });

  it("is redirected to the page when it only lacks the slash, without the query", async () => {
    const { status, headers } = await get("/servizi?x=1");
    expect([status, headers.location]).toEqual([301, "/servizi/"]);
  });

  it("is redirected when browsers ask for it by themselves", async () => {
    const { status, headers } = await get("/favicon.ico");
    expect([status, headers.location]).toEqual([301, "/icon-192.png"]);
    expect((await get("/icon-192.png")).status).toBe(200);
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2E%2E/secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e%252fsecret.txt",
    "/servizi/../../secret.txt",
    "/..\\secret.txt",
    "/%5c..%5csecret.txt",
    "/..%5csecret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "/%c0%2e%c0%2e/secret.txt",
    "/%e0%80%ae%e0%80%ae/secret.txt",
    "/..%c0%afsecret.txt",
    "/%u002e%u002e/secret.txt",
    "//secret.txt",
    "/%00",
    "/index.html%00.png",
    "/%",
    "/%ff",
    "/servizi/%2e%2e/%2e%2e/secret.txt",
    "file:///etc/passwd",
    "/servizi/./../../secret.txt",
  ])("never leads out of the folder, nor to an error of the server: %s", async (target) => {
    const reply = await getTarget(target);
    expect(reply).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(reply).not.toContain(SECRET);
  });

  it.each(["//servizi", "/\\servizi", "//servizi/..", "/%2fservizi", "/%5cservizi"])(
    "never redirects to another host: %s",
    async (target) => {
      expect(await getTarget(target)).toMatch(/^HTTP\/1\.1 40[04] /);
    },
  );
});

describe("a file that is too large for memory", () => {
  const LARGE = randomBytes(1_500_000);
  const path = () => join(directory, "large", "guida.pdf");
  let other: Server;
  let to: { port: number };

  beforeEach(async () => {
    await writeSite(join(directory, "large"));
    await writeFile(path(), LARGE);
    other = createServer(await createStaticSite(join(directory, "large"))).listen(0, "127.0.0.1");
    await once(other, "listening");
    to = { port: (other.address() as AddressInfo).port };
  });
  afterEach(() => other.close());

  /** How many times this process has the file open, according to Linux. */
  const timesOpen = () =>
    readdirSync("/proc/self/fd").filter((descriptor) => {
      try {
        return readlinkSync(`/proc/self/fd/${descriptor}`) === path();
      } catch {
        return false;
      }
    }).length;

  const pipeline = (count: number) => {
    const socket = connect(to.port, "127.0.0.1");
    socket.write("GET /guida.pdf HTTP/1.1\r\nHost: a.example\r\n\r\n".repeat(count));
    return socket;
  };

  it("is sent whole, in part, as a head, and not at all, like any other", async () => {
    const whole = await get("/guida.pdf", {}, "GET", to);
    expect([whole.status, whole.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(whole.body.equals(LARGE)).toBe(true);
    const { etag = "" } = whole.headers;
    const head = await get("/guida.pdf", {}, "HEAD", to);
    expect({ ...head.headers, date: "" }).toEqual({ ...whole.headers, date: "" });
    expect((await get("/guida.pdf", { "if-none-match": etag }, "GET", to)).status).toBe(304);
    const part = await get("/guida.pdf", { range: "bytes=1000000-1000009" }, "GET", to);
    expect([part.status, part.headers["content-length"]]).toEqual([206, "10"]);
    expect(part.body).toEqual(LARGE.subarray(1_000_000, 1_000_010));
  });

  it.runIf(process.platform === "linux")(
    "is opened when the turn of its reply comes, and closed with the connection",
    async () => {
      const sockets = [pipeline(200), pipeline(200)];
      // The client reads nothing, so the replies wait.
      await expect.poll(timesOpen).toBe(2);
      await setTimeout(100);
      expect(timesOpen()).toBe(2);
      for (const socket of sockets) socket.destroy();
      await expect.poll(timesOpen).toBe(0);
    },
  );

  it("is sent as often as it was asked for on one connection, in order", async () => {
    const count = 5;
    const socket = pipeline(count - 1);
    socket.write("GET /guida.pdf HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n");
    const received = await buffer(socket);
    let at = 0;
    for (let reply = 0; reply < count; reply++) {
      const start = received.indexOf("\r\n\r\n", at) + 4;
      at = start + LARGE.byteLength;
      expect(received.subarray(start, at).equals(LARGE)).toBe(true);
    }
    expect(at).toBe(received.byteLength);
  });

  it("is not sent in part by the headers of another: when it was replaced, the browser is told to come back", async () => {
    await writeFile(path(), randomBytes(1_200_000));
    const { status, headers, body } = await get("/guida.pdf", {}, "GET", to);
    expect([status, headers["retry-after"], body.byteLength]).toEqual([503, "1", 0]);
    expect(headers["content-security-policy"]).toBeDefined();
    expect(headers.etag).toBeUndefined();
  });
});

it.each(["PUT", "POST", "DELETE", "OPTIONS"])(
  "%s is not what a page is for: 405 says what is, and where there is no page 404 says so",
  async (method) => {
    for (const path of ["/", "/servizi", "/icon-192.png"]) {
      const { status, headers, body } = await get(path, {}, method);
      expect([status, headers.allow, body.byteLength]).toEqual([405, "GET, HEAD", 0]);
    }
    expect((await get("/x/", {}, method)).status).toBe(404);
  },
);

it("every reply has the security headers", async () => {
  const { etag = "" } = (await get("/")).headers;
  const replies = await Promise.all([
    get("/"),
    get("/", { "if-none-match": etag }),
    get("/servizi"),
    get("/x/"),
    get("/%ff"),
    get("/", {}, "PUT"),
    get("/icon-192.png", { range: "bytes=99-" }),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([200, 304, 301, 404, 404, 405, 416]);
  for (const { headers } of replies) {
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(headers[name.toLowerCase()]).toBe(value);
    expect(headers["content-security-policy"]).toMatch(/style-src 'self' 'sha256-/);
  }
});

it("a new build is served from the next request on, with its own policy", async () => {
  const [root, previous, draft] = ["_site", "previous", "draft"].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ];
  const before = await get("/");
  await writeSite(draft, { "index.html": HOME.replace("#06c", "red"), "nuova/index.html": "<h1>Nuova</h1>" });
  await rename(root, previous);
  // Between the two renames there is no site, but the previous one is still served.
  const between = await get("/");
  expect([between.status, between.headers.etag]).toEqual([200, before.headers.etag]);
  await rename(draft, root);

  const after = await get("/");
  expect(after.body.toString()).toContain("color:red");
  expect(after.headers.etag).not.toBe(before.headers.etag);
  expect(after.headers["content-security-policy"]).not.toBe(before.headers["content-security-policy"]);
  expect((await get("/nuova/")).status).toBe(200);
});

import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbeddedDatabase } from "../../src/feedback/store/pglite-driver.ts";
import { SECURITY_HEADERS } from "../../src/hosting/security-headers.ts";
import { putEmptyDatabase } from "../support/empty-database.ts";
import { formPost, jsonPost, MANIFEST_JSON, RETRY_PAGE, writeBuiltSite } from "../support/feedback.ts";

let directory: string;
let server: ChildProcessWithoutNullStreams;
let origin: string;

const environment = (changes: Record<string, string> = {}) => ({
  ...process.env,
  OUTPUT_DIR: join(directory, "_site"),
  DATA_DIR: join(directory, "data"),
  HOST: "127.0.0.1",
  PORT: "0",
  NODE_ENV: "test",
  REQUEST_SECONDS: "3",
  ...changes,
});

function run(changes?: Record<string, string>): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["src/server.ts"], { env: environment(changes) });
}

/** Runs a server that is expected to fail at startup. Returns its exit code and message. */
async function runToEnd(changes: Record<string, string>): Promise<{ code: number | null; message: string }> {
  const child = run(changes);
  const [message, [code]] = await Promise.all([
    text(child.stderr),
    once(child, "exit") as Promise<[number | null]>,
  ]);
  return { code, message };
}

async function start(changes?: Record<string, string>): Promise<void> {
  server = run(changes);
  origin = await addressOf(server);
}

/** Waits until a server is ready and returns its address. */
async function addressOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  child.stderr.pipe(process.stderr);
  for await (const chunk of child.stdout) {
    const ready = /Ready: (\S+)/.exec(String(chunk));
    if (ready?.[1]) return ready[1];
  }
  throw new Error("The server ended before it was ready");
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "server-"));
  await putEmptyDatabase(join(directory, "data"));
  await writeBuiltSite(join(directory, "_site"));
  await start();
});
afterAll(async () => {
  server.kill("SIGKILL");
  await rm(directory, { recursive: true, force: true });
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${origin}${path}`, { redirect: "manual", ...init });

function post(body: BodyInit, type: string, headers: Record<string, string> = {}): Promise<Response> {
  return get("/api/feedback", {
    method: "POST",
    body,
    headers: { origin, "content-type": type, ...headers },
  });
}

/** Sends a raw request that `fetch` would alter. Returns the reply's status line and the rest. */
async function exchange(requestText: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.write(requestText);
  return text(socket);
}

/**
 * Bytes that reach a server while it closes make it reset the connection, and the reply may be lost
 * (RFC 9112, section 9.6). This happens occasionally on a busy machine and is not what these tests
 * check.
 */
const CROSSING = { retry: 4 };

/** Sends a head, then a few bytes repeatedly until the server closes. Returns the reply. */
async function trickle(head: string, bytes: string, everyMs: number): Promise<string> {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.write(head);
  const timer = setInterval(() => socket.write(bytes), everyMs);
  return text(socket).finally(() => {
    clearInterval(timer);
  });
}

const postHead = () =>
  `POST /api/feedback HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nOrigin: ${origin}\r\n` +
  "Content-Type: application/json\r\nConnection: close\r\n";

describe("the site", () => {
  it("is served with the headers of its build, compressed as the browser likes", async () => {
    const response = await get("/parere/", { headers: { "accept-encoding": "br" } });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(await response.text()).toBe(RETRY_PAGE);
  });

  it("answers 404 with its own page where there is none", async () => {
    const response = await get("/api/x");
    expect([response.status, await response.text()]).toEqual([404, "<h1>Pagina non trovata</h1>"]);
  });
});

describe("the feedback endpoint over HTTP", () => {
  it("stores a post of the script", async () => {
    expect((await post(JSON.stringify(jsonPost()), "application/json")).status).toBe(201);
  });

  it("sends a form to the thanks page, or back", async () => {
    const good = await post(new URLSearchParams(formPost()), "application/x-www-form-urlencoded");
    expect([good.status, good.headers.get("location")]).toEqual([303, "/grazie/"]);
    const bad = await post(
      new URLSearchParams(formPost({ rating: "" })),
      "application/x-www-form-urlencoded",
    );
    expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining("Scegli un voto")]);
  });

  it("refuses a large body that comes in chunks, and another site", async () => {
    const chunk = `1388\r\n${" ".repeat(0x1388)}\r\n0\r\n\r\n`;
    const large = await exchange(`${postHead()}Transfer-Encoding: chunked\r\n\r\n${chunk}`);
    expect(large).toMatch(/^HTTP\/1\.1 413 /);
    const foreign = await post(JSON.stringify(jsonPost()), "application/json", {
      origin: "https://evil.example",
    });
    expect(foreign.status).toBe(403);
  });

  it("answers 408 to a body that trickles, and closes the connection", CROSSING, async () => {
    const head = `${postHead().replace("close", "keep-alive")}Content-Length: 400\r\n\r\n{`;
    const reply = await trickle(head, " ", 50);
    expect(reply).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(reply).toMatch(/^content-type: application\/problem\+json\r$/im);
    expect(reply).toMatch(/^connection: close\r$/im);
    expect(reply).toContain('"code":"too-slow"');
  });

  it("does not wait for headers that never end", CROSSING, async () => {
    expect(await trickle("POST /api/feedback HTTP/1.1\r\n", "X-A: b\r\n", 200)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("takes no other method", async () => {
    const response = await get("/api/feedback");
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("sends the security headers with every reply, also when it refuses", async () => {
    const type = "application/x-www-form-urlencoded";
    const replies = await Promise.all([
      get("/api/health"),
      get("/api/feedback"),
      post(JSON.stringify(jsonPost()), "application/json"),
      post("{", "application/json"),
      post(new URLSearchParams(formPost()), type),
      post(new URLSearchParams(formPost({ rating: "" })), type),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 405, 201, 400, 303, 422]);
    for (const { headers } of replies) {
      expect(Object.fromEntries(headers)).toMatchObject(
        Object.fromEntries(
          Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value]),
        ),
      );
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
      expect(headers.get("cache-control")).toBe("no-store");
    }
  });

  it("says whether storage answers", async () => {
    const response = await get("/api/health");
    expect([response.status, await response.json()]).toEqual([200, { status: "ok", storage: "ok" }]);
  });
});

describe("a server that cannot start says what to do, without a stack trace", () => {
  it("when the build did not end", async () => {
    const unfinished = join(directory, "unfinished");
    await writeBuiltSite(unfinished);
    await rm(join(unfinished, "_headers"));
    expect((await runToEnd({ OUTPUT_DIR: unfinished })).message).toMatch(/^No complete site was found.*\n$/);
  });

  it("when the site was not built", async () => {
    const { code, message } = await runToEnd({ OUTPUT_DIR: join(directory, "missing") });
    expect(code).toBe(1);
    expect(message).toMatch(/^No complete site was found.*npm run build\n$/);
  });

  it("when the port is taken", async () => {
    const { port } = new URL(origin);
    await putEmptyDatabase(join(directory, "other"));
    const { code, message } = await runToEnd({ PORT: port, DATA_DIR: join(directory, "other") });
    expect(code).toBe(1);
    expect(message).toMatch(new RegExp(`^Port ${port} is already in use.*PORT=.*\n$`));
  });

  it("when the port is not valid", async () => {
    const { code, message } = await runToEnd({ PORT: "http" });
    expect([code, message]).toEqual([1, 'PORT is "http": it must be a number from 0 to 65535.\n']);
  });

  it("when a limit or a proxy is not valid", async () => {
    expect(await runToEnd({ FEEDBACK_RATE_BURST: "1" })).toEqual({
      code: 1,
      message: expect.stringMatching(/^FEEDBACK_RATE_BURST is "1": .*\n$/) as unknown,
    });
    expect((await runToEnd({ TRUSTED_PROXIES: "proxy" })).message).toMatch(/^TRUSTED_PROXIES holds "proxy"/);
  });

  it("when it serves no site and no other site may post", async () => {
    expect((await runToEnd({ SERVE_SITE: "0" })).message).toMatch(/^SERVE_SITE is 0 and ALLOWED_ORIGINS/);
    expect((await runToEnd({ ALLOWED_ORIGINS: "*" })).message).toMatch(/^ALLOWED_ORIGINS holds "\*"/);
  });

  it("when it is in production with an example's password", async () => {
    const { code, message } = await runToEnd({
      NODE_ENV: "production",
      DATABASE_URL: "postgres://website:change-me@127.0.0.1:1/segretariato",
    });
    expect(code).toBe(1);
    expect(message).toMatch(
      /^NODE_ENV is production and the password in DATABASE_URL comes from an example.*\n$/,
    );
  });

  it("when it is in production with a placeholder for the site's address", async () => {
    const { code, message } = await runToEnd({ NODE_ENV: "production", ALLOW_EMBEDDED_DATABASE: "1" });
    expect(code).toBe(1);
    expect(message).toMatch(/^NODE_ENV is production and the site was built for \S+, a placeholder.*\n$/);
  });

  it("when another process has the data directory", async () => {
    const { code, message } = await runToEnd({});
    expect(code).toBe(1);
    expect(message).toMatch(/^The data directory .* is in use by another process.*\n$/);
  });
});

it("an empty HOST is the same as none: every address of the machine", async () => {
  await putEmptyDatabase(join(directory, "another"));
  const child = run({ HOST: "", DATA_DIR: join(directory, "another") });
  try {
    const address = await addressOf(child);
    expect(address).toMatch(/^http:\/\/localhost:\d+$/);
    for (const host of ["localhost", "127.0.0.1"]) {
      const url = Object.assign(new URL(address), { hostname: host });
      expect((await fetch(url)).status).toBe(200);
    }
  } finally {
    child.kill("SIGKILL");
  }
});

it("in production, an Origin that equals Host is no reason to take a post", async () => {
  const production = join(directory, "production");
  const own = "https://sito.internal";
  await writeBuiltSite(production, { "feedback.json": JSON.stringify({ ...MANIFEST_JSON, origin: own }) });
  await putEmptyDatabase(join(production, "data"));
  const child = run({
    NODE_ENV: "production",
    ALLOW_EMBEDDED_DATABASE: "1",
    OUTPUT_DIR: production,
    DATA_DIR: join(production, "data"),
  });
  try {
    const address = await addressOf(child);
    const post = async (from: string) => {
      const headers = { "content-type": "application/json", origin: from };
      const body = JSON.stringify(jsonPost());
      return (await fetch(`${address}/api/feedback`, { method: "POST", headers, body })).status;
    };
    expect([await post(address), await post(own)]).toEqual([403, 201]);
  } finally {
    child.kill("SIGKILL");
  }
});

describe("a server that is told to stop", () => {
  it("finishes the requests in flight, ends with code 0, and keeps what it acknowledged", async () => {
    // A busy machine may take longer for these requests than the other tests allow.
    server.kill("SIGKILL");
    await once(server, "exit");
    await start({ REQUEST_SECONDS: "60" });
    const inFlight = Array.from({ length: 40 }, () => {
      const body = JSON.stringify(jsonPost({ comment: "In volo" }));
      const socket = connect(Number(new URL(origin).port), "127.0.0.1");
      socket.write(`${postHead()}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 20)}`);
      return { socket, rest: body.slice(20) };
    });
    // A reply on a later connection shows that the server has received the earlier ones.
    await exchange(`GET /api/health HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nConnection: close\r\n\r\n`);

    const exit = once(server, "exit");
    server.kill("SIGTERM");
    await expect.poll(() => get("/").catch(() => "closed"), { timeout: 60_000 }).toBe("closed");
    const replies = inFlight.map(({ socket, rest }) => {
      socket.write(rest);
      return text(socket);
    });
    for (const reply of await Promise.all(replies)) expect(reply).toMatch(/^HTTP\/1\.1 201 Created/);
    expect(await exit).toEqual([0, null]);

    const database = await openEmbeddedDatabase(join(directory, "data"));
    expect(await database.query("SELECT id FROM feedback WHERE comment = 'In volo'", [])).toHaveLength(40);
    await database.close();
  });
});

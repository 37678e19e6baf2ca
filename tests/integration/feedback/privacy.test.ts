import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import type { OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLogger } from "../../../src/feedback/logger.ts";
import { openEmbeddedDatabase } from "../../../src/feedback/store/pglite-driver.ts";
import { createFeedbackStore } from "../../../src/feedback/store/store.ts";
import { putEmptyDatabase } from "../../support/empty-database.ts";
import { createTestApp } from "../../support/feedback-app.ts";
import { formPost, jsonPost, SITE, writeBuiltSite } from "../../support/feedback.ts";

/**
 * Personal data that must appear neither in the database's files nor in the log, in any of these
 * spellings.
 */
const CANARIES = [
  ...["RSSMRA85T10A562S", "rssmra85t10a562s"],
  ...["canary.mail@example.org", "canary.mail%40example.org", "canary.mail"],
  ...["347 123 4567", "3471234567", "347+123+4567", "+393471234567"],
  ...["canary-query", "canary-agent", "canary-referrer", "canary-cookie", "canary-trap", "canary-name"],
  ...["203.0.113.77", "cb00714d", "2001:db8:77"],
];
const PERSONAL = "CF RSSMRA85T10A562S, canary.mail@example.org, tel. 347 123 4567";

/** A word that is stored on purpose, to show that the search would find stored text. */
const KEPT = "segnaposto";
const OWN_NUMBER = "0571 878778";

const HEADERS: OutgoingHttpHeaders = {
  "user-agent": "canary-agent",
  referer: "https://comune.example/servizi/?canary-referrer",
  cookie: "session=canary-cookie",
  "x-forwarded-for": "2001:db8:77::1, 203.0.113.77",
  forwarded: "for=203.0.113.77",
  "x-real-ip": "203.0.113.77",
};
const comment = (step: string) => `${KEPT} ${step}: ${PERSONAL}, uffici ${OWN_NUMBER}`;

let directory: string;
let server: ChildProcessWithoutNullStreams;
let origin: string;
let log = "";

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "privacy-"));
  await putEmptyDatabase(join(directory, "data"));
  await writeBuiltSite(join(directory, "_site"));
  const env = {
    ...process.env,
    OUTPUT_DIR: join(directory, "_site"),
    DATA_DIR: join(directory, "data"),
    DATABASE_URL: "",
    HOST: "127.0.0.1",
    PORT: "0",
    NODE_ENV: "test",
    LOG_LEVEL: "trace",
    REQUEST_SECONDS: "3",
    // A limit that even a busy machine exceeds.
    FEEDBACK_RATE_PER_MINUTE: "1",
    TRUSTED_PROXIES: "127.0.0.1",
  };
  server = spawn(process.execPath, ["src/server.ts"], { env });
  for (const output of [server.stdout, server.stderr]) output.on("data", (chunk) => (log += String(chunk)));
  while (!log.includes("Ready: ")) await once(server.stdout, "data");
  origin = /Ready: (\S+)/.exec(log)?.[1] ?? "";
});
afterAll(async () => {
  server.kill("SIGKILL");
  await rm(directory, { recursive: true });
});

interface Exchange {
  method?: string;
  path?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
  /** Whether the body stays unfinished. */
  open?: boolean;
  /** Omits the headers with which a browser tells where a post comes from. */
  anonymous?: boolean;
}

/**
 * Sends a request with everything that a browser and a proxy reveal about a citizen. Returns its
 * status.
 */
async function send(exchange: Exchange): Promise<number> {
  const {
    method = "POST",
    path = "/api/feedback",
    headers,
    body = "",
    open = false,
    anonymous = false,
  } = exchange;
  const options = {
    method,
    headers: { ...(!anonymous && { origin }), ...HEADERS, ...headers },
    agent: false,
  };
  const outgoing = request(`${origin}${path}?canary-query=1`, options);
  outgoing.on("error", () => undefined);
  if (open) outgoing.write(body);
  else outgoing.end(body);
  const [response] = (await once(outgoing, "response")) as [NodeJS.ReadableStream & { statusCode: number }];
  await text(response);
  outgoing.destroy();
  return response.statusCode;
}

const json = (body: Record<string, unknown> | string, changes: Exchange = {}) =>
  send({
    ...changes,
    headers: { "content-type": "application/json", ...changes.headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const form = (body: Record<string, string> | string, changes: Exchange = {}) =>
  send({
    ...changes,
    headers: { "content-type": "application/x-www-form-urlencoded", ...changes.headers },
    body: new URLSearchParams(body).toString(),
  });

/** Sends a post through each path of the handler. Returns the statuses. */
async function takeEveryWay(): Promise<number[]> {
  const post = jsonPost({ comment: comment("accolto") });
  return [
    await json(post),
    await json(post),
    await json({ ...post, comment: comment("completato") }),
    await json({ ...post, page: "/" }),
    await json(jsonPost({ comment: comment("esca"), sito_web: `canary-trap ${PERSONAL}` })),
    await json(jsonPost({ comment: comment("senza origine") }), { anonymous: true }),
    await form(formPost({ comment: comment("modulo") })),
    await form(formPost({ comment: comment("modulo") })),
    await json(`{"comment":"${PERSONAL}"`),
    await form(`comment=%FF${PERSONAL}`),
    await json(jsonPost({ comment: comment("altrove") }), {
      headers: { origin: "https://canary-name.example" },
    }),
    await send({ method: "GET", path: "/api/feedback" }),
    await json(`{"comment":"${PERSONAL}`, { open: true }),
    await form(formPost({ comment: PERSONAL.repeat(200) })),
    await json(jsonPost({ comment: PERSONAL }), { headers: { "content-type": "text/canary-name" } }),
    await json(
      jsonPost({ comment: comment("non valido"), rating: PERSONAL, [`canary-name ${PERSONAL}`]: "x" }),
    ),
    await form(formPost({ comment: comment("non valido"), page: PERSONAL, lang: PERSONAL })),
    await send({ method: "GET", path: "/canary-name/" }),
    ...(await burst(130)),
  ];
}

/**
 * Sends posts from one sender, one after the other. If they were sent together, a busy machine
 * might time out on their bodies.
 */
async function burst(length: number): Promise<number[]> {
  const statuses: number[] = [];
  while (statuses.length < length) statuses.push(await json(jsonPost({ comment: comment("raffica") })));
  return statuses;
}

async function readAll(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name)))));
}

describe("nothing of a citizen", () => {
  it("is left in database files or log, whatever path a post takes", async () => {
    const statuses = await takeEveryWay();
    const socket = connect(Number(new URL(origin).port), "127.0.0.1");
    socket.write(`POST /api/feedback HTTP/1.1\r\ncanary name: ${PERSONAL}\r\n\r\n`);
    await text(socket);
    server.kill("SIGTERM");
    await once(server, "close");

    const failed = await failAndRetry(join(directory, "data"));
    expect([...new Set([...statuses, ...failed])].sort()).toEqual([
      200, 201, 303, 400, 403, 404, 405, 408, 409, 413, 415, 422, 429, 503,
    ]);

    const files = await readAll(join(directory, "data"));
    for (const step of ["accolto", "completato", "esca", "senza origine", "modulo", "fallito"]) {
      expect(files.includes(`${KEPT} ${step}`), step).toBe(true);
    }
    expect(files.includes(OWN_NUMBER)).toBe(true);
    for (const canary of CANARIES) {
      expect(files.includes(canary), canary).toBe(false);
      expect(log, canary).not.toContain(canary);
    }
    expect(log).not.toContain(KEPT);
    for (const line of log
      .trimEnd()
      .split("\n")
      .filter((text) => !text.startsWith("Ready: "))) {
      expect(JSON.parse(line)).toMatchObject({ event: "feedback" });
    }
  });
});

/** Sends a post while the database is read-only, then again when it is writable. */
async function failAndRetry(dataDirectory: string): Promise<number[]> {
  const database = await openEmbeddedDatabase(dataDirectory);
  const logger = createLogger("trace", { write: (line: string) => void (log += line) });
  const handler = createTestApp({ store: createFeedbackStore(database), logger });
  const post = JSON.stringify(jsonPost({ comment: comment("fallito") }));
  const attempt = async (body: BodyInit, type: string) => {
    const headers = {
      ...(HEADERS as Record<string, string>),
      origin: SITE.manifest.origin,
      "content-type": type,
    };
    const url = `${SITE.manifest.origin}/api/feedback?canary-query`;
    return (await handler(new Request(url, { method: "POST", headers, body }), { ip: "203.0.113.77" }))
      .status;
  };
  await database.execute("SET default_transaction_read_only = on");
  const refused = [
    await attempt(post, "application/json"),
    await attempt(
      new URLSearchParams(formPost({ comment: comment("fallito") })),
      "application/x-www-form-urlencoded",
    ),
  ];
  await database.execute("SET default_transaction_read_only = off");
  const retried = await attempt(post, "application/json");
  await database.close();
  return [...refused, retried];
}

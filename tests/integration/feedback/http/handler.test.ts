import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createLogger, type Logger } from "../../../../src/feedback/logger.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import type { FeedbackProblem } from "../../../../src/shared/feedback-contract.ts";
import { createTestApp, type TestApp } from "../../../support/feedback-app.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { formPost, jsonPost, ORIGIN } from "../../../support/feedback.ts";

let database: TestDatabase;
let handler: TestApp;
/** What the handler of this test has logged. That of the last one may still tell its refusals. */
let output: { log: string };
let logger: Logger;

const CONTEXT = { ip: "192.0.2.77" };

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  const written = { log: "" };
  output = written;
  logger = createLogger("debug", { write: (line: string) => void (written.log += line) });
  handler = createTestApp({ store: createFeedbackStore(database), logger });
  await database.empty();
});
afterAll(() => database.close());

const rows = (table = "feedback") => database.query(`SELECT * FROM ${table}`, []);

/** How often the log tells each outcome. A line may tell several refusals with the same code. */
function told(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of output.log.trimEnd().split("\n")) {
    const { outcome, count = 1 } = JSON.parse(line) as { outcome: string; count?: number };
    counts[outcome] = (counts[outcome] ?? 0) + count;
  }
  return counts;
}

interface Post {
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  through?: TestApp;
}

function send({ method = "POST", headers = {}, body, through = handler }: Post): Promise<Response> {
  const request = new Request(`${ORIGIN}/api/feedback?utm=canary-query`, {
    method,
    headers: { origin: ORIGIN, "user-agent": "canary-agent", ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return through(request, CONTEXT);
}

const json = (body: unknown, options: Post = {}) =>
  send({
    ...options,
    headers: { "content-type": "application/json; charset=utf-8", ...options.headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const form = (body: Record<string, string> | string, options: Post = {}) =>
  send({
    ...options,
    headers: { "content-type": "application/x-www-form-urlencoded", ...options.headers },
    body: typeof body === "string" ? body : new URLSearchParams(body).toString(),
  });

const problemOf = async (response: Response) => (await response.json()) as FeedbackProblem;

describe("a post of the script", () => {
  it("is answered 201 once it is stored", async () => {
    const response = await json(jsonPost({ answer: "clear", comment: "Bene" }));
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ outcome: "created" });
    expect(await rows()).toMatchObject([{ page: "/servizi/", rating: 5, answer: "clear", comment: "Bene" }]);
  });

  it("with a comment that nobody can see has none, and erases none", async () => {
    const post = jsonPost();
    await json({ ...post, comment: "\u200b \u3164\u00ad" });
    expect(await rows()).toMatchObject([{ comment: null, comment_digest: null }]);
    await json({ ...post, comment: "Da tenere" });
    await json({ ...post, comment: "\u2060" });
    await form(formPost({ page: "/", comment: "\u3164" }));
    expect((await rows()).map(({ comment }) => comment).sort()).toEqual(["Da tenere", null]);
  });

  it("is answered 200 when it is repeated or completed, and stays one row", async () => {
    const post = jsonPost();
    await json(post);
    expect((await json(post)).status).toBe(200);
    expect((await json({ ...post, comment: "Secondo passo" })).status).toBe(200);
    expect(await rows()).toMatchObject([{ comment: "Secondo passo" }]);
  });

  it("is answered 409 when its id belongs to another page", async () => {
    const post = jsonPost();
    await json(post);
    const response = await json({ ...post, page: "/" });
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toMatchObject({ code: "conflict", status: 409 });
  });

  it("is answered 422 with every invalid field in words for the citizen", async () => {
    const response = await json(jsonPost({ rating: 9, comment: "a".repeat(201) }));
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await problemOf(response)).toEqual({
      type: "about:blank",
      title: "Unprocessable Entity",
      status: 422,
      code: "invalid-fields",
      detail: "Controlla questi punti e invia di nuovo.",
      errors: [
        { pointer: "#/rating", code: "invalid", detail: "Il voto deve essere da 1 a 5 stelle." },
        {
          pointer: "#/comment",
          code: "too-long",
          detail: "Il commento è troppo lungo: scrivi al massimo 200 caratteri.",
        },
      ],
    });
    expect(await rows()).toEqual([]);
  });
});

describe("a post of the form without script", () => {
  it("is answered 303 to the thanks page of its language once it is stored", async () => {
    const response = await form(formPost({ comment: "È chiaro\r\ne completo", sito_web: "", answer: "" }));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/grazie/");
    expect(await rows()).toMatchObject([{ rating: 5, answer: null, comment: "È chiaro\ne completo" }]);
    const english = await form(formPost({ page: "/en/", lang: "en" }));
    expect(english.headers.get("location")).toBe("/en/thanks/");
  });

  it("is one row when it is sent twice", async () => {
    await form(formPost({ comment: "Due volte" }));
    expect((await form(formPost({ comment: "Due volte" }))).status).toBe(303);
    expect(await rows()).toHaveLength(1);
  });

  it("gets the page back with its text kept when a field is missing", async () => {
    const response = await form(formPost({ rating: "", comment: "Il mio <testo>" }));
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const html = await response.text();
    expect(html).toContain("Scegli un voto da 1 a 5 stelle.");
    expect(html).toContain("\nIl mio &lt;testo&gt;</textarea>");
    expect(await rows()).toEqual([]);
  });

  it("gets the page of its language back", async () => {
    expect(await (await form({ page: "/en/" })).text()).toContain("Your feedback");
    expect(await (await form({ lang: "en" })).text()).toContain("Your feedback");
    expect(await (await form({ lang: "xx" })).text()).toContain("Il tuo parere");
  });

  it("stores the same code whatever the language it was asked in", async () => {
    await form(formPost({ answer: "clear" }));
    await form(formPost({ answer: "clear", page: "/en/", lang: "en" }));
    expect(await rows()).toMatchObject([
      { lang: "it", answer: "clear" },
      { lang: "en", answer: "clear" },
    ]);
  });

  it("gets a page for every other refusal too", async () => {
    const broken = createTestApp({ store: brokenStore(), logger });
    const responses = await Promise.all([
      form("rating=%FF"),
      form(formPost(), { headers: { origin: "https://evil.example" } }),
      form(formPost({ comment: "a".repeat(5_000) })),
      form(formPost({ comment: "Da tenere" }), { through: broken }),
    ]);
    expect(responses.map(({ status }) => status)).toEqual([400, 403, 413, 503]);
    for (const response of responses) {
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    }
    expect(await responses[3].text()).toContain("\nDa tenere</textarea>");
  });
});

describe("while as many posts wait as may", () => {
  const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
  const slow = {
    query: async (sql: string, params: readonly unknown[]) => {
      await held;
      return database.query(sql, params);
    },
  };
  const through = createTestApp({ store: createFeedbackStore(slow, undefined, 1) });

  it("others are answered 503: the script's before they are read, a form's with its text", async () => {
    const waiting = json(jsonPost(), { through });
    await expect.poll(async () => (await json("", { through })).status).toBe(503);
    const { readable: endless } = new TransformStream<Uint8Array>();
    const type = { "content-type": "application/json" };
    const init = { method: "POST", headers: { origin: ORIGIN, ...type }, body: endless, duplex: "half" };
    const request = new Request(`${ORIGIN}/api/feedback`, init);
    const unread = await through(request, CONTEXT);
    expect([unread.status, request.bodyUsed]).toEqual([503, false]);
    expect(Number(unread.headers.get("retry-after"))).toBeGreaterThan(0);
    const back = await form(formPost({ comment: "Non perdetemi" }), { through });
    expect([back.status, await back.text()]).toEqual([
      503,
      expect.stringContaining("Non perdetemi</textarea>"),
    ]);
    release(undefined);
    expect((await waiting).status).toBe(201);
  });
});

describe("of many posts at once", () => {
  it("each has a turn of the event loop, so that pages are served between them", async () => {
    let turn = 0;
    const counter = setInterval(() => (turn += 1), 0);
    onTestFinished(() => {
      clearInterval(counter);
    });
    const savedIn: number[] = [];
    const store = createFeedbackStore({ query: () => Promise.resolve([]) });
    store.save = () => {
      const start = performance.now();
      while (performance.now() - start < 5);
      savedIn.push(turn);
      return Promise.resolve({ outcome: "created", suspicion: undefined });
    };
    const through = createTestApp({ store });
    await Promise.all(Array.from({ length: 10 }, () => json(jsonPost(), { through })));
    expect(new Set(savedIn).size).toBe(10);
  });
});

describe("a request is refused before anything is stored", () => {
  it("in the language of the post, else of the browser, else of the site", async () => {
    const headers = { "accept-language": "de, en;q=0.8, it;q=0.5" };
    const refused = await Promise.all([
      json({ lang: "it" }, { headers }),
      json({ page: "/en/" }),
      json("{", { headers }),
      json("{"),
    ]);
    expect(refused.map((response) => response.headers.get("content-language"))).toEqual([
      "it",
      "en",
      "en",
      "it",
    ]);
    const [, english, unreadable] = await Promise.all(refused.map(problemOf));
    expect(english?.errors).toContainEqual({
      pointer: "#/rating",
      code: "required",
      detail: "English rating.required",
    });
    expect(unreadable?.detail).toBe("English unreadable");
  });

  it.each([
    ["EN-gb", "en"],
    ["de,en,it", "en"],
    ["en;q=0.5, it;q=0.9", "it"],
    ["it;q=0, en;q=0.1", "en"],
    ["*", "it"],
    ["zz", "it"],
    ["en;q=x", "it"],
    [",;q=,", "it"],
    ["english", "it"],
  ])("in the language that a browser likes best of the site's: %s is %s", async (accepted, expected) => {
    const response = await json("{", { headers: { "accept-language": accepted } });
    expect(response.headers.get("content-language")).toBe(expected);
  });

  it.each(["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "with 405 and Allow for %s",
    async (method) => {
      const response = await send({ method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST");
    },
  );

  it.each([
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/jsonx",
    "application/json-patch+json",
  ])("with 415 for the type %s", async (type) => {
    expect((await send({ headers: { "content-type": type }, body: "{}" })).status).toBe(415);
  });

  it("with 415 for a body without a type", async () => {
    expect((await send({ body: new Uint8Array([123, 125]) })).status).toBe(415);
  });

  it.each(["https://evil.example", `${ORIGIN}.evil.example`, "null"])("with 403 from %s", async (origin) => {
    expect((await json(jsonPost(), { headers: { origin } })).status).toBe(403);
    expect(await rows()).toEqual([]);
  });

  it("with 403 when the browser says cross-site", async () => {
    expect((await json(jsonPost(), { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
  });

  it("with 413 beyond 4096 bytes, even of white space, and not before", async () => {
    const text = JSON.stringify(jsonPost());
    expect((await json(text.padEnd(4_096))).status).toBe(201);
    expect((await json(text.padEnd(4_097))).status).toBe(413);
  });

  it.each([
    ["no JSON", "rating=5"],
    ["nothing", ""],
    ["deep nesting", "[".repeat(4_000)],
    ["nesting in a field", `{"comment":${'{"a":'.repeat(400)}1${"}".repeat(400)}}`],
    ["a name twice", '{"rating":1,"rating":5}'],
    ["a byte order mark", "\ufeff{}"],
  ])("with 400 for %s", async (_name, body) => {
    expect((await json(body)).status).toBe(400);
  });

  it("with 400 for invalid UTF-8", async () => {
    const headers = { "content-type": "application/json" };
    expect((await send({ headers, body: Uint8Array.of(0x22, 0xff, 0x22) })).status).toBe(400);
  });

  it.each([
    ["__proto__", '{"__proto__":{"rating":5}}', 400],
    ["a flat __proto__", '{"__proto__":5}', 422],
    ["huge numbers", '{"rating":1e999}', 422],
    ["lone surrogates", '{"comment":"\\ud800"}', 422],
    ["NUL", '{"comment":"\\u0000"}', 422],
  ])("with a 4xx for %s", async (_name, body, status) => {
    expect((await json(body)).status).toBe(status);
  });
});

describe("when storage does not answer", () => {
  it("says 503 with Retry-After, and not the reason", async () => {
    const broken = createTestApp({ store: brokenStore(), logger });
    const response = await json(jsonPost({ comment: "canary-comment" }), { through: broken });
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    const text = await response.text();
    expect(text).not.toMatch(/missing|relation|canary|at /);
    expect(output.log).toContain('"code":"42P01"');
    expect(output.log).not.toContain("canary");
  });
});

describe("a suspect post", () => {
  it("with the honeypot filled is kept apart and answered like any other", async () => {
    const post = jsonPost({ sito_web: "https://spam.example" });
    const response = await json(post);
    expect([response.status, await response.json()]).toEqual([201, { outcome: "created" }]);
    expect((await json(post)).status).toBe(200);
    expect((await form(formPost({ sito_web: "x" }))).headers.get("location")).toBe("/grazie/");
    expect(await rows()).toEqual([]);
    expect(await rows("feedback_suspect")).toMatchObject([{ reason: "honeypot" }, { reason: "honeypot" }]);
  });

  it("that no browser vouches for is kept apart", async () => {
    const body = JSON.stringify(jsonPost());
    const headers = { "content-type": "application/json" };
    const request = new Request(`${ORIGIN}/api/feedback`, { method: "POST", headers, body });
    expect((await handler(request, CONTEXT)).status).toBe(201);
    expect(await rows()).toEqual([]);
    expect(await rows("feedback_suspect")).toMatchObject([{ reason: "no-origin" }]);
  });
});

describe("every reply", () => {
  it("may not be cached and sets no cookie", async () => {
    const post = jsonPost();
    const responses = [
      await json(post),
      await json(post),
      await json({}),
      await json("x"),
      await send({ method: "GET" }),
      await form(formPost()),
      await form({}),
    ];
    expect(responses.map(({ status }) => status)).toEqual([201, 200, 422, 400, 405, 303, 422]);
    for (const { headers } of responses) {
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("set-cookie")).toBeNull();
    }
  });

  it("is told to the log, with nothing of the citizen in it", async () => {
    await json(jsonPost({ comment: "canary-comment\n{}" }));
    await form(formPost({ comment: `canary-comment${"a".repeat(300)}`, "canary-field": "x" }));
    await json('{"canary-name":1}');
    await send({ method: "GET" });
    await expect.poll(told).toEqual({ created: 1, refused: 3 });
    expect(output.log).not.toMatch(/canary|192\.0\.2\.77/);
  });

  it("cannot be made two log lines by line breaks, wherever they are sent", async () => {
    const forged = 'x\r\n{"event":"forged"}\u2028{"event":"forged"}';
    const everywhere = Object.fromEntries(Object.keys(jsonPost()).map((name) => [name, forged]));
    await json({ ...everywhere, [forged]: forged });
    await form({ ...everywhere, [forged]: forged });
    await json(jsonPost({ comment: forged, sito_web: forged }));
    await json(`{"${forged}`);
    await expect.poll(told).toEqual({ created: 1, refused: 3 });
    expect(output.log).not.toContain("forged");
  });

  it("has its comment masked, but for the service's own number", async () => {
    await json(jsonPost({ comment: "Chiamatemi al 347 1234567, non allo 0571 878778" }));
    expect(await rows()).toMatchObject([{ comment: "Chiamatemi al [tel.], non allo 0571 878778" }]);
  });
});

/** A store on the real engine that lacks its table. */
function brokenStore() {
  return createFeedbackStore({ query: () => database.query("SELECT 1 FROM missing", []) });
}

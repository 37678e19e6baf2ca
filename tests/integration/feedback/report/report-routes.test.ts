import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLogger } from "../../../../src/feedback/logger.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import { createTestApp } from "../../../support/feedback-app.ts";
import type { TestApp } from "../../../support/feedback-app.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { jsonPost, ORIGIN, SITE } from "../../../support/feedback.ts";

const TOKEN = "5f2c9d0b7a41e83c6d1f4b29";

let database: TestDatabase;
let app: TestApp;
let log: string[];

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await database.empty();
  log = [];
  const logger = createLogger("info", { write: (line: string) => void log.push(line) });
  const store = createFeedbackStore(database);
  app = createTestApp({ store, logger, reportToken: TOKEN, reportDriver: database });
});
afterAll(() => database.close());

const ask = (path: string, headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) =>
  app(new Request(ORIGIN + path, { headers }), { ip: "192.0.2.1" });

async function post(fields: Record<string, unknown>): Promise<void> {
  const { status } = await app(
    new Request(`${ORIGIN}/api/feedback`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: ORIGIN },
      body: JSON.stringify(jsonPost(fields)),
    }),
    { ip: "192.0.2.9" },
  );
  expect(status).toBe(201);
}

/** The cells of a row of an export, by column. */
type Cells = Record<string, string>;

async function exported(query = "", path = "/api/report.csv"): Promise<Cells[]> {
  const response = await ask(path + query);
  expect(response.status).toBe(200);
  return parse<Cells>(Buffer.from(await response.arrayBuffer()), { bom: true, columns: true });
}

const PATHS = [
  "/api/report",
  "/api/report.csv",
  "/api/report.json",
  "/api/report.schema.json",
  "/api/report/comments",
  "/api/report/comments.csv",
  "/api/report/suspects",
];

describe("the report", () => {
  it.each(PATHS)("asks for its token: %s", async (path) => {
    const response = await ask(path, {});
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Basic realm=/);
    expect((await ask(path, { authorization: "Bearer wrong" })).status).toBe(401);
  });

  it.each(PATHS)("is not there without a token: %s", async (path) => {
    const closed = createTestApp({ store: createFeedbackStore(database), reportDriver: database });
    const response = await closed(new Request(ORIGIN + path, { headers: { authorization: "Bearer " } }));
    expect([response.status, await response.text()]).toEqual([404, ""]);
    expect(response.headers.get("www-authenticate")).toBeNull();
  });

  it.each(PATHS)("is never indexed, framed or cached: %s", async (path) => {
    const { headers } = await ask(path);
    expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("is refused with a wait to who guesses too often", async () => {
    for (let attempt = 0; attempt < 10; attempt++)
      await ask("/api/report.json", { authorization: "Bearer no" });
    const response = await ask("/api/report.json");
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("600");
  });
});

describe("report.json", () => {
  it("is what its JSON Schema says", async () => {
    await post({ rating: 2, answer: "unclear", comment: "Non capisco" });
    const schema = (await (await ask("/api/report.schema.json")).json()) as object;
    const report: unknown = await (await ask("/api/report.json?page=/servizi/")).json();
    const ajv = new Ajv2020({ formats: { date: true, "date-time": true } });
    const isValid = ajv.compile(schema);
    expect(isValid(report), JSON.stringify(isValid.errors)).toBe(true);
    expect(report).toMatchObject({ figures: { ratings: 1, positive: 0, answers: { unclear: 1 } } });
    expect(isValid({ ...(report as object), figures: undefined })).toBe(false);
  });

  it("says what it cannot obey", async () => {
    const response = await ask("/api/report.json?since=ieri&lang=xx");
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      problems: [expect.stringContaining("«ieri»"), expect.stringContaining("«xx»")],
    });
  });

  it("takes what the database could not for a mistake of the reader", async () => {
    expect((await ask("/api/report.json?since=0000-01-01")).status).toBe(400);
    expect((await ask("/api/report/comments?words=%00")).status).toBe(200);
  });
});

describe("report.csv", () => {
  it.each([
    "Bene, tutto chiaro",
    'Ha detto "bene"',
    "Prima riga\nSeconda riga",
    '=HYPERLINK("http://example.org","x")',
    "+39 è il prefisso",
    "-1 su 5",
    "@chi legge",
    "＝1+1",
    "＋1",
    "－1",
    "＠io",
    "'già con il segno",
    "bene;=cmd|' /C calc'!A0;x",
    "bene\n=1+1;''x;'y",
    "عربي, اردو",
    "😀 è “citato”",
  ])("gives a comment back as it was, and safe from spreadsheets: %j", async (comment) => {
    await post({ comment });
    const [row] = await exported();
    const cell = row?.["commento"] ?? "";
    expect(cell).not.toMatch(/(?:^|[;\n])[=+\-@＝＋－＠\t\r]/);
    expect(cell.replace(/(?<=^|[;\t\r\n])'/g, "")).toBe(comment);
  });

  it("is UTF-8 with CRLF by RFC 4180, a mark for spreadsheets, and a name", async () => {
    await post({ rating: 5 });
    const response = await ask("/api/report.csv");
    const text = Buffer.from(await response.arrayBuffer()).toString("utf8");
    expect(text).toMatch(/^\ufeffcodice,giorno e ora,[^\r\n]+\r\n[^\r\n]+\r\n$/);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="pareri-\d{4}-\d\d-\d\d\.csv"$/,
    );
  });

  it("obeys the filters of the screen", async () => {
    await post({ comment: "Manca il numero" });
    await post({ rating: 1 });
    await post({ rating: 1, comment: "Altro", page: "/", pageRevision: "0123456789ab" });
    await post({ rating: 1, comment: "Di prima", pageRevision: "000000000000" });
    const comments = async (query: string) => (await exported(query)).map((row) => row["commento"]);
    expect(await comments("")).toEqual(["Manca il numero", "", "Altro"]);
    expect(await comments("?period=year&page=/servizi/")).toEqual(["Manca il numero", "", "Di prima"]);
    expect(await comments("?words=NUMERO")).toEqual(["Manca il numero"]);
    expect(await comments("?state=done")).toEqual([]);
    const queue = await exported("", "/api/report/comments.csv");
    expect(queue.map((row) => row["commento"])).toEqual(["Manca il numero", "Altro", "Di prima"]);
    expect(await comments("?until=2020-01-01")).toEqual([]);
    expect(
      (await exported("?period=year&page=/servizi/")).map((row) => row["sulle parole di adesso"]),
    ).toEqual(["sì", "sì", "no"]);
  });

  it("leaves a line in the log that says when, which filter and how many, and no word of a comment", async () => {
    await post({ comment: "Parole riservate" });
    log = [];
    await exported("?words=riservate", "/api/report/comments.csv");
    expect(log.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        event: "report",
        outcome: "read",
        view: "csv",
        posts: 1,
        filter: { period: "change", commented: true, searched: true },
        time: expect.any(String) as string,
      }),
    ]);
    expect(log.join("")).not.toContain("riservate");
  });

  it("is read from the database as fast as it is taken, and no faster", async () => {
    await database.query(
      `INSERT INTO feedback (id, page, lang, rating, form_version, page_revision)
       SELECT overlay(gen_random_uuid()::text PLACING '4' FROM 15 FOR 1)::uuid, '/', 'it', 5, '01234567', '0123456789ab'
       FROM generate_series(1, 5000)`,
      [],
    );
    let queries = 0;
    const counting = {
      query: (sql: string, params: readonly unknown[]) => ((queries += 1), database.query(sql, params)),
    };
    const store = createFeedbackStore(database);
    const slow = createTestApp({ store, reportToken: TOKEN, reportDriver: counting });
    const request = new Request(`${ORIGIN}/api/report.csv`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const reader = (await slow(request)).body?.getReader();
    await reader?.read();
    await reader?.read();
    expect(queries).toBeLessThan(4);
    await reader?.cancel();
  });
});

describe("an export from a database that fails", () => {
  const exportAfter = async (answers: number) => {
    let queries = 0;
    const failing = {
      query: (sql: string, params: readonly unknown[]) => {
        queries += 1;
        return queries > answers
          ? Promise.reject(Object.assign(new Error("canary"), { code: "57P01" }))
          : database.query(sql, params);
      },
    };
    log = [];
    const logger = createLogger("info", { write: (line: string) => void log.push(line) });
    const store = createFeedbackStore(database);
    const broken = createTestApp({ store, logger, reportToken: TOKEN, reportDriver: failing });
    const headers = { authorization: `Bearer ${TOKEN}` };
    return broken(new Request(`${ORIGIN}/api/report.csv`, { headers }));
  };

  it("is no file at all if it fails at once", async () => {
    expect((await exportAfter(0)).status).toBe(503);
  });

  it("breaks off later, and leaves a line that says why without the database's words", async () => {
    await database.query(
      `INSERT INTO feedback (id, page, lang, rating, form_version, page_revision)
       SELECT overlay(gen_random_uuid()::text PLACING '4' FROM 15 FOR 1)::uuid, '/', 'it', 5, '01234567', '0123456789ab'
       FROM generate_series(1, 1500)`,
      [],
    );
    await expect((await exportAfter(1)).text()).rejects.toThrow("An export broke off");
    expect(log.join("")).toContain('"outcome":"failed","error":{"name":"Error","code":"57P01"');
    expect(log.join("")).not.toContain("canary");
  });
});

/** The ids of the forms of a page, and its text as a reader sees it. */
async function read(response: Response): Promise<{ ids: string[]; text: string; html: string }> {
  const html = await response.text();
  const ids = Array.from(html.matchAll(/name="id"\s+value="([^"]+)"/g), ([, id = ""]) => id);
  return {
    ids: [...new Set(ids)],
    text: html
      .replace(/<style>.*?<\/style>/s, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " "),
    html,
  };
}

const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app(
    new Request(ORIGIN + path, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`anna:${TOKEN}`)}`, origin: ORIGIN, ...headers },
      body: new URLSearchParams(fields),
    }),
    { ip: "192.0.2.1" },
  );

describe("the pages of the report", () => {
  it("have no script, and no style but their own", async () => {
    const response = await ask("/api/report");
    expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8");
    expect(response.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^ ]+'; font-src 'self';/,
    );
    expect((await read(response)).html).not.toMatch(/<script|onclick|style="/);
  });

  it("show the figures of what is chosen, and say what they cannot obey", async () => {
    await post({ rating: 5 });
    const right = await read(await ask("/api/report?page=/servizi/"));
    expect(right.text).toContain("1 valutazione");
    const wrong = await ask("/api/report?page=/nessuna/");
    expect(wrong.status).toBe(400);
    expect((await read(wrong)).text).toContain("«/nessuna/» non è una pagina");
  });

  it("show what strangers wrote as text", async () => {
    await post({ comment: '<img src=x onerror=alert(1)> & "x"' });
    const { html } = await read(await ask("/api/report/comments"));
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;x&quot;");
  });

  it("say what to do when the database cannot be read", async () => {
    const broken = { query: () => database.query("SELECT 1 FROM missing", []) };
    const store = createFeedbackStore(database);
    const down = createTestApp({ store, reportToken: TOKEN, reportDriver: broken });
    const response = await down(
      new Request(`${ORIGIN}/api/report`, { headers: { authorization: `Bearer ${TOKEN}` } }),
    );
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("REPORT_DATABASE_URL");
    expect(response.headers.get("x-robots-tag")).toBe("noindex, nofollow");
  });
});

describe("the queue of comments", () => {
  it("takes a comment in hand, declines it with a masked reason, and shows it as new again", async () => {
    await post({ comment: "Manca il numero" });
    const { ids } = await read(await ask("/api/report/comments?state=new"));
    const [id = ""] = ids;
    const taken = await send("/api/report/comments", { id, state: "in-hand", back: "state=new" });
    expect(taken.status).toBe(303);
    expect(taken.headers.get("location")).toBe("/api/report/comments?state=new&saved=in-hand");
    expect((await read(await ask("/api/report/comments?state=new"))).ids).toEqual([]);
    expect((await read(await ask("/api/report/comments?state=in-hand"))).ids).toEqual([id]);

    await send("/api/report/comments", { id, state: "declined", reason: "Risposto a anna@example.org" });
    expect((await read(await ask("/api/report/comments?state=declined"))).text).toContain(
      "Risposto a [mail]",
    );

    await send("/api/report/comments", { id, state: "new" });
    expect((await read(await ask("/api/report/comments?state=new"))).ids).toEqual([id]);
  });

  it("wants a reason for what is not done", async () => {
    await post({ comment: "Manca il numero" });
    const [id = ""] = (await read(await ask("/api/report/comments"))).ids;
    const response = await send("/api/report/comments", { id, state: "declined", reason: "  " });
    expect(response.status).toBe(400);
    expect((await read(response)).text).toContain("Scrivi perché non si fa");
  });

  it("takes no form from another site, whoever is logged in", async () => {
    await post({ comment: "Manca il numero" });
    const [id = ""] = (await read(await ask("/api/report/comments"))).ids;
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: ORIGIN, "sec-fetch-site": "cross-site" },
    ])
      expect((await send("/api/report/comments", { id, state: "done" }, headers)).status).toBe(403);
    expect((await read(await ask("/api/report/comments?state=new"))).ids).toEqual([id]);
  });

  it("takes the forms of its own pages where the handler has another address than the site", async () => {
    const manifest = { ...SITE.manifest, feedbackUrl: "https://pareri.example/api/feedback" };
    const store = createFeedbackStore(database);
    const remote = createTestApp({
      store,
      site: { ...SITE, manifest },
      reportToken: TOKEN,
      reportDriver: database,
    });
    // Behind a proxy that speaks TLS, the address of the request is another than the browser's.
    const response = await remote(
      new Request("http://pareri.example/api/report/comments", {
        method: "POST",
        headers: { authorization: `Basic ${btoa(`anna:${TOKEN}`)}`, origin: "https://pareri.example" },
        body: new URLSearchParams({ id: crypto.randomUUID(), state: "done" }),
      }),
    );
    expect(response.status).toBe(400);
  });

  it("takes the form under whatever name of the host the browser vouches for", async () => {
    await post({ comment: "Manca il numero" });
    const [id = ""] = (await read(await ask("/api/report/comments"))).ids;
    const headers = { origin: "https://interno.comune.example", "sec-fetch-site": "same-origin" };
    expect((await send("/api/report/comments", { id, state: "done" }, headers)).status).toBe(303);
  });

  it("goes on where its first part ended, and nothing is shown twice", async () => {
    await database.query(
      `INSERT INTO feedback (id, page, lang, rating, comment, comment_digest, form_version, page_revision, created_at)
       SELECT overlay(gen_random_uuid()::text PLACING '4' FROM 15 FOR 1)::uuid, '/', 'it', 5, c,
         encode(sha256(convert_to(c, 'UTF8')), 'hex'), '01234567', '0123456789ab', now() - i * interval '1 minute'
       FROM (SELECT i, 'Numero ' || i AS c FROM generate_series(1, 120) AS i) AS said`,
      [],
    );
    const seen: string[] = [];
    let path: string | undefined = "/api/report/comments";
    while (path !== undefined) {
      const { ids, html } = await read(await ask(path));
      seen.push(...ids);
      path = /href="([^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });

  it("leaves a line in the log for each reading", async () => {
    await post({ comment: "Parole riservate" });
    log = [];
    await ask("/api/report/comments?state=new&page=/servizi/");
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? "")).toMatchObject({
      event: "report",
      view: "comments",
      posts: 1,
      filter: { state: "new", page: "/servizi/" },
    });
  });
});

describe("what is kept apart", () => {
  it("is shown with its reason, and counts when it is restored", async () => {
    await post({ sito_web: "http://example.org", comment: "Compra qui" });
    const before = await read(await ask("/api/report/suspects"));
    expect(before.text).toContain("Compra qui");
    const [id = ""] = before.ids;
    const restored = await send("/api/report/suspects", { id, back: "reason=honeypot" });
    expect([restored.status, restored.headers.get("location")]).toEqual([
      303,
      "/api/report/suspects?reason=honeypot&saved=restored",
    ]);
    expect((await read(await ask("/api/report/suspects"))).ids).toEqual([]);
    expect((await exported()).map((row) => row["codice"])).toEqual([id]);
    expect((await send("/api/report/suspects", { id })).status).toBe(400);
  });
});

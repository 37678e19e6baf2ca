import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countComments, handleComment } from "../../../../src/feedback/report/handling.ts";
import { allPosts, listPosts } from "../../../../src/feedback/report/posts.ts";
import { readCounts, readWeeks } from "../../../../src/feedback/report/read-counts.ts";
import { readReport } from "../../../../src/feedback/report/read-report.ts";
import { readRevisions, recordRevisions } from "../../../../src/feedback/report/revisions.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { SITE } from "../../../support/feedback.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

interface StoredRow {
  time: string;
  page?: string;
  lang?: string;
  rating?: number;
  comment?: string;
  revision?: string;
}

async function stored(row: StoredRow): Promise<string> {
  const {
    time,
    page = "/servizi/",
    lang = "it",
    rating = 5,
    comment = null,
    revision = "ab0123456789",
  } = row;
  const id = randomUUID();
  await database.query(
    `INSERT INTO feedback (id, page, lang, rating, comment, comment_digest, form_version, page_revision, created_at)
     VALUES ($1, $2, $3, $4, $5, encode(sha256(convert_to($5::text, 'UTF8')), 'hex'), '01234567', $6, $7)`,
    [id, page, lang, rating, comment, revision, time],
  );
  return id;
}

const total = (counts: readonly { posts: number }[]) => counts.reduce((sum, { posts }) => sum + posts, 0);

describe("a day of the report", () => {
  it.each([
    ["of winter", "2026-01-10", "2026-01-09T23:00:00Z", "2026-01-10T22:59:59Z"],
    ["of summer", "2026-07-10", "2026-07-09T22:00:00Z", "2026-07-10T21:59:59Z"],
    ["on which the clock goes forward", "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z"],
    ["on which the clock goes back", "2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z"],
  ])("%s is Italy's, from its first second to its last", async (_which, day, first, last) => {
    const second = (time: string, by: number) => new Date(Date.parse(time) + by * 1_000).toISOString();
    for (const time of [second(first, -1), first, last, second(last, 1)]) await stored({ time });
    const only = { since: day, until: day };
    expect(total(await readCounts(database, only))).toBe(2);
    expect(
      (await listPosts(database, only, { limit: 9, order: "oldest" })).map(({ time }) => time.slice(0, 10)),
    ).toEqual([day, day]);
  });

  it("tells apart the two hours of the night on which the clock goes back", async () => {
    await stored({ time: "2026-10-25T00:30:00Z" });
    await stored({ time: "2026-10-25T01:30:00Z" });
    const posts = await listPosts(database, {}, { limit: 9, order: "oldest" });
    expect(posts.map(({ time }) => time)).toEqual(["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]);
  });

  it("belongs to the week of its Monday, in Italy", async () => {
    await stored({ time: "2026-03-29T21:59:00Z", rating: 1 });
    await stored({ time: "2026-03-29T22:00:00Z" });
    expect(await readWeeks(database, {})).toEqual([
      { monday: "2026-03-23", ratings: 1, positive: 0 },
      { monday: "2026-03-30", ratings: 1, positive: 1 },
    ]);
  });
});

describe("the numbers of days whose rows are gone", () => {
  beforeEach(() =>
    database.query(
      `INSERT INTO feedback_day VALUES ('2024-05-06', '/servizi/', 'it', 'ab0123456789', 1, 'unclear', 7),
         ('2024-05-12', '/servizi/', 'it', 'ab0123456789', 5, '', 2), ('2024-05-13', '/', 'en', 'cd0123456789', 4, '', 1)`,
      [],
    ),
  );

  it("count with the rows", async () => {
    await stored({ time: "2026-01-10T10:00:00Z", rating: 1 });
    expect(total(await readCounts(database, {}))).toBe(11);
    expect(
      await readCounts(database, { pages: ["/servizi/"], until: "2024-05-12", since: "2024-05-07" }),
    ).toEqual([{ page: "/servizi/", lang: "it", revision: "ab0123456789", rating: 5, answer: "", posts: 2 }]);
    expect(await readWeeks(database, { until: "2024-12-31" })).toEqual([
      { monday: "2024-05-06", ratings: 9, positive: 2 },
      { monday: "2024-05-13", ratings: 1, positive: 1 },
    ]);
  });
});

describe("months that are over", () => {
  const counted = () =>
    database.query("SELECT to_char(month, 'YYYY-MM') AS month FROM feedback_counted_month ORDER BY 1", []);
  /** Counts of rows alone, against which those of months are held. */
  async function bothWays(days: { since?: string; until?: string; lang?: string }): Promise<void> {
    const pages = ["/", "/servizi/", "/en/"];
    const sorted = (counts: readonly object[]) => counts.map((count) => JSON.stringify(count)).sort();
    const merged = new Map<string, number>();
    for (const { posts, ...key } of await readCounts(database, days))
      merged.set(JSON.stringify(key), (merged.get(JSON.stringify(key)) ?? 0) + posts);
    const plain = await readCounts(database, { ...days, pages });
    expect(
      [...merged].map(([key, posts]) => JSON.stringify({ ...(JSON.parse(key) as object), posts })).sort(),
    ).toEqual(sorted(plain));
    expect(await readWeeks(database, days)).toEqual(await readWeeks(database, { ...days, pages }));
  }

  beforeEach(async () => {
    const now = Date.now();
    for (let day = 0; day < 200; day += 3) {
      const time = new Date(now - day * 86_400_000).toISOString();
      await stored({ time, rating: 1 + (day % 5), page: day % 2 ? "/" : "/servizi/" });
      if (day % 4 === 0) await stored({ time, page: "/en/", lang: "en", revision: "cd0123456789" });
    }
  });

  it("are counted once, and give what their rows give, whatever days are chosen", async () => {
    const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    await bothWays({});
    expect((await counted()).length).toBeGreaterThan(4);
    await bothWays({ lang: "en" });
    for (const [since, until] of [
      [190, 3],
      [100, 40],
      [61, 60],
      [31, 0],
      [10, 5],
    ] as const) {
      await bothWays({ since: dayBefore(since), until: dayBefore(until) });
      await bothWays({ since: dayBefore(since) });
      await bothWays({ until: dayBefore(until) });
    }
  });

  it.each([
    ["is erased", "DELETE FROM feedback WHERE id = $1"],
    [
      "comes to another day",
      "UPDATE feedback SET created_at = created_at - interval '33 days' WHERE id = $1",
    ],
  ])("are counted again when an old row %s", async (_what, change) => {
    await readCounts(database, {});
    const before = (await counted()).length;
    const [row] = await database.query("SELECT id FROM feedback ORDER BY created_at LIMIT 1 OFFSET 9", []);
    await database.query(change, [row?.["id"]]);
    expect((await counted()).length).toBeLessThan(before);
    await bothWays({});
  });

  it("are counted again when a suspect of long ago is restored", async () => {
    await readCounts(database, {});
    await database.query(
      `INSERT INTO feedback_suspect (id, page, lang, rating, form_version, page_revision, created_at, reason)
       VALUES (gen_random_uuid(), '/', 'it', 2, '01234567', '0123456789ab', now() - interval '70 days', 'flood')`,
      [],
    );
    await database.query("SELECT feedback_restore(NULL, NULL, NULL, NULL, NULL)", []);
    await bothWays({});
  });

  it("are counted again when all posts of the first of them are erased", async () => {
    await readCounts(database, {});
    await database.query(
      `DELETE FROM feedback WHERE date_trunc('month', created_at AT TIME ZONE 'Europe/Rome')
         = (SELECT date_trunc('month', min(created_at) AT TIME ZONE 'Europe/Rome') FROM feedback)`,
      [],
    );
    await bothWays({});
  });

  it("stay counted when a post comes in, is completed, or loses its comment", async () => {
    await readCounts(database, {});
    const before = await counted();
    const id = await stored({ time: new Date().toISOString(), comment: "Nuovo" });
    await database.query("UPDATE feedback SET rating = 2 WHERE id = $1", [id]);
    await database.query("UPDATE feedback SET comment = NULL, comment_digest = NULL WHERE id = $1", [id]);
    expect(await counted()).toEqual(before);
    await bothWays({});
  });
});

describe("revisions", () => {
  const home = (revision: string) => recordRevisions(database, [{ page: "/", revision }]);

  it("are recorded once, with the day on which they were first seen", async () => {
    await database.query("INSERT INTO feedback_revision VALUES ('/', '2026-01-02', '000000000000')", []);
    await home("000000000000");
    expect(await readRevisions(database)).toHaveLength(1);
    await home("0123456789ab");
    await home("0123456789ab");
    const [, second] = await readRevisions(database);
    const [now] = await database.query(
      "SELECT to_char(now() AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS day",
      [],
    );
    expect(second).toEqual({ page: "/", revision: "0123456789ab", firstDay: now?.["day"] });
  });

  it("that come back are a change again", async () => {
    await database.query(
      "INSERT INTO feedback_revision VALUES ('/', '2026-01-02', '000000000000'), ('/', '2026-02-02', '0123456789ab')",
      [],
    );
    await home("000000000000");
    expect((await readRevisions(database)).map(({ revision }) => revision)).toEqual([
      "000000000000",
      "0123456789ab",
      "000000000000",
    ]);
  });

  it("of one day are the last of them", async () => {
    await home("000000000000");
    await home("0123456789ab");
    expect((await readRevisions(database)).map(({ revision }) => revision)).toEqual(["0123456789ab"]);
  });
});

describe("comments", () => {
  it("are found by state, words and page, the newest first, part by part", async () => {
    const first = await stored({ time: "2026-01-10T10:00:00Z", comment: "Non trovo il NUMERO" });
    const second = await stored({ time: "2026-01-11T10:00:00Z", comment: "Il numero è giusto", page: "/" });
    await stored({ time: "2026-01-12T10:00:00Z" });
    const commented = { commented: true };
    const part = { limit: 1, order: "newest" } as const;
    const [newest] = await listPosts(database, commented, part);
    expect(newest?.id).toBe(second);
    const [next] = await listPosts(database, commented, { ...part, after: second });
    expect(next?.id).toBe(first);
    expect(await listPosts(database, commented, { ...part, after: first })).toEqual([]);
    const found = await listPosts(
      database,
      { words: "numero", pages: ["/servizi/"] },
      { limit: 9, order: "newest" },
    );
    expect(found.map(({ id }) => id)).toEqual([first]);
    for (const words of ["%", "_", "\\"])
      expect(await listPosts(database, { words }, { limit: 9, order: "newest" })).toEqual([]);
  });

  it("go from one state to another, and are counted in it", async () => {
    const id = await stored({ time: "2026-01-10T10:00:00Z", comment: "Manca l'orario" });
    await stored({ time: "2026-01-10T10:00:00Z", comment: "Non capisco", page: "/" });
    expect(await handleComment(database, id, { state: "in-hand" })).toBe(true);
    expect(await handleComment(database, id, { state: "declined", reason: "L'orario c'è" })).toBe(true);
    expect(
      (await listPosts(database, { state: "declined" }, { limit: 9, order: "newest" }))[0],
    ).toMatchObject({
      id,
      state: "declined",
      reason: "L'orario c'è",
    });
    expect(await countComments(database, {})).toEqual({
      comments: { new: 1, inHand: 0, done: 0, declined: 1 },
      newComments: new Map([["/", 1]]),
    });
    expect(await handleComment(database, id, { state: "new" })).toBe(true);
    expect((await countComments(database, {})).comments.new).toBe(2);
  });

  it("that are not there, or say nothing, cannot be handled", async () => {
    const silent = await stored({ time: "2026-01-10T10:00:00Z" });
    for (const id of [silent, randomUUID()])
      for (const state of ["done", "new"] as const)
        expect(await handleComment(database, id, { state })).toBe(false);
  });
});

describe("an export", () => {
  it("gives every post once, in parts of a thousand, where times are equal and where posts are erased", async () => {
    await database.query(
      `INSERT INTO feedback (id, page, lang, rating, form_version, page_revision, created_at)
       SELECT overlay(gen_random_uuid()::text PLACING '4' FROM 15 FOR 1)::uuid, '/', 'it', 5, '01234567', '0123456789ab',
         '2026-01-10T10:00:00Z'::timestamptz + (i / 700) * interval '1 second'
       FROM generate_series(1, 2500) AS i`,
      [],
    );
    const parts = await Array.fromAsync(allPosts(database, {}));
    expect(parts.map(({ length }) => length)).toEqual([1000, 1000, 500]);
    expect(new Set(parts.flat().map(({ id }) => id)).size).toBe(2500);

    let rest = 0;
    for await (const posts of allPosts(database, {})) {
      rest += posts.length;
      await database.query("DELETE FROM feedback WHERE id = $1", [posts.at(-1)?.id]);
    }
    expect(rest).toBe(2500);
  });
});

describe("the report of a selection", () => {
  it("tells of a day on which a page got many more posts than usual", async () => {
    for (let post = 0; post < 31; post += 1)
      await stored({ time: "2026-11-20T10:00:00Z", page: "/en/", lang: "en", rating: 1 });
    const { alerts } = await readReport(
      database,
      SITE.manifest,
      { period: "change" },
      new Date("2026-11-30T10:00:00Z"),
    );
    expect(alerts).toEqual([
      {
        kind: "unusual-day",
        page: "/",
        day: "2026-11-20",
        detail:
          "Home in English (/en/): 31 valutazioni in un giorno, di solito 0. Voto medio 1. Contano tutte: può essere una campagna, una scuola o una frode.",
      },
    ]);
  });

  it("is of a page in all its languages, and says what is recorded of it", async () => {
    const now = new Date("2026-11-30T10:00:00Z");
    await database.query("INSERT INTO feedback_revision VALUES ('/', '2026-11-01', '0123456789ab')", []);
    await database.query(
      `INSERT INTO feedback_alert (kind, page, day, detail, sent_at) VALUES
         ('drop', '/', '2026-09-29', 'Voti scesi', '2026-11-29'), ('digest', '', '2026-11-30', '', '2026-11-30'),
         ('silence', '', '2026-09-01', 'Nessun voto', '2026-09-02')`,
      [],
    );
    await stored({ time: "2026-11-20T10:00:00Z", page: "/", revision: "0123456789ab", comment: "Bene" });
    await stored({ time: "2026-11-20T10:00:00Z", page: "/", revision: "000000000000", rating: 1 });
    await stored({
      time: "2026-11-21T10:00:00Z",
      page: "/en/",
      lang: "en",
      revision: "cd0123456789",
      rating: 2,
    });
    await stored({ time: "2026-11-21T10:00:00Z" });
    const report = await readReport(database, SITE.manifest, { period: "change", page: "/" }, now);
    expect(report).toMatchObject({
      figures: { ratings: 2, positive: 1 },
      weeks: [{ monday: "2026-11-16", ratings: 3, positive: 1 }],
      pages: [
        { page: "/", before: { ratings: 1 }, changed: "2026-11-01", daysSinceChange: 29, newComments: 1 },
      ],
      alerts: [{ kind: "drop", page: "/", day: "2026-09-29", detail: "Voti scesi" }],
      comments: { new: 1 },
    });
  });
});

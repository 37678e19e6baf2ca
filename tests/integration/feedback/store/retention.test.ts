import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  applyRetention,
  countRetention,
  readRetentionPeriods,
} from "../../../../src/feedback/store/retention.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

const PERIODS = readRetentionPeriods({});

interface Stored {
  page?: string;
  rating?: number;
  answer?: string | null;
  comment?: string | null;
  reason?: string;
}

/**
 * Stores a post. Its time is told in SQL, from the midnight in Italy that began today, because the
 * periods end at midnights.
 */
async function stored(
  time: string,
  { page = "/", rating = 5, answer = null, comment = null, reason }: Stored = {},
) {
  const id = randomUUID();
  const [table, column, value] = reason
    ? ["feedback_suspect", ", reason", `, '${reason}'`]
    : ["feedback", "", ""];
  await database.query(
    `INSERT INTO ${table} (id, page, lang, rating, answer, comment, comment_digest, form_version, page_revision, created_at${column})
     VALUES ($1, $2, 'it', $3, $4, $5, encode(sha256(convert_to($5, 'UTF8')), 'hex'), '01234567', '0123456789ab', ${time}${value})`,
    [id, page, rating, answer, comment],
  );
  return id;
}

const midnight = (months: number, days = 0) =>
  `((now() AT TIME ZONE 'Europe/Rome')::date - interval '${months} months' + interval '${days} days') AT TIME ZONE 'Europe/Rome'`;
const before = (time: string) => `${time} - interval '1 second'`;

const rows = () =>
  database.query("SELECT id, rating, comment, comment_digest FROM feedback ORDER BY created_at", []);
const days = () =>
  database.query(
    "SELECT page, lang, page_revision, rating, answer, posts FROM feedback_day ORDER BY page, rating, answer",
    [],
  );

/** How many ratings there are, whether as rows or as numbers. */
async function total(): Promise<number> {
  const [row] = await database.query(
    `SELECT (SELECT count(*) FROM feedback) + coalesce((SELECT sum(posts) FROM feedback_day), 0) AS total`,
    [],
  );
  return Number(row?.["total"]);
}

describe("the text of a post", () => {
  it("goes with the midnight in Italy that ends its twelve months; the rating stays", async () => {
    const old = await stored(before(midnight(12)), { comment: "Vecchio", answer: "clear" });
    const young = await stored(midnight(12), { comment: "Giovane" });
    expect(await applyRetention(database, PERIODS)).toEqual({ texts: 1, suspects: 0, rows: 0 });
    expect(await rows()).toMatchObject([
      { id: old, rating: 5, comment: null, comment_digest: null },
      { id: young, comment: "Giovane" },
    ]);
  });

  it("takes what the office noted about it along", async () => {
    const old = await stored(before(midnight(12)), { comment: "Vecchio" });
    const gone = await stored(before(midnight(24)), { comment: "Andato" });
    const young = await stored(midnight(12), { comment: "Giovane" });
    for (const post of [old, gone, young, randomUUID()])
      await database.query("INSERT INTO feedback_handling (post, state) VALUES ($1, 'done')", [post]);
    await applyRetention(database, PERIODS);
    expect(await database.query("SELECT post FROM feedback_handling", [])).toEqual([{ post: young }]);
  });
});

describe("a rating", () => {
  it("becomes part of the numbers of its day in Italy after 24 months", async () => {
    await stored(before(midnight(24)), { answer: "clear", comment: "Testo" });
    await stored(before(midnight(24)), { answer: "clear" });
    await stored(before(midnight(24)), { rating: 2, page: "/servizi/" });
    const young = await stored(midnight(24));
    expect(await applyRetention(database, PERIODS)).toEqual({ texts: 0, suspects: 0, rows: 3 });
    const kept = { lang: "it", page_revision: "0123456789ab" };
    expect(await days()).toEqual([
      { ...kept, page: "/", rating: 5, answer: "clear", posts: 2 },
      { ...kept, page: "/servizi/", rating: 2, answer: "", posts: 1 },
    ]);
    expect(await rows()).toMatchObject([{ id: young }]);
  });

  it("counts on its day in both nights in which the clocks change", async () => {
    for (const time of [
      "2023-10-28T21:59:59Z",
      "2023-10-28T22:00:00Z",
      "2023-10-29T22:59:59Z",
      "2023-10-29T23:00:00Z",
      "2024-03-30T22:59:59Z",
      "2024-03-30T23:00:00Z",
      "2024-03-31T21:59:59Z",
      "2024-03-31T22:00:00Z",
    ])
      await stored(`'${time}'`);
    await applyRetention(database, PERIODS);
    expect(
      await database.query(
        "SELECT to_char(day, 'YYYY-MM-DD') AS day, posts FROM feedback_day ORDER BY day",
        [],
      ),
    ).toEqual([
      { day: "2023-10-28", posts: 1 },
      { day: "2023-10-29", posts: 2 },
      { day: "2023-10-30", posts: 1 },
      { day: "2024-03-30", posts: 1 },
      { day: "2024-03-31", posts: 2 },
      { day: "2024-04-01", posts: 1 },
    ]);
  });

  it("is added to the numbers that its day has already", async () => {
    await stored("'2022-05-05T12:00Z'");
    await applyRetention(database, PERIODS);
    await stored("'2022-05-05T13:00Z'");
    await stored("'2022-05-05T14:00Z'");
    await applyRetention(database, PERIODS);
    expect(await days()).toMatchObject([{ posts: 3 }]);
  });

  it("is counted as often as before, however often this runs, and at once", async () => {
    for (let month = 0; month < 40; month += 1)
      for (const rating of [1, 5]) await stored(midnight(month), { rating, comment: `Testo ${month}` });
    expect(await total()).toBe(80);
    await Promise.all([applyRetention(database, PERIODS), applyRetention(database, PERIODS)]);
    expect(await total()).toBe(80);
    expect(await applyRetention(database, PERIODS)).toEqual({ texts: 0, suspects: 0, rows: 0 });
    expect(await total()).toBe(80);
  });
});

it("a suspect post goes as a whole after twelve months, and becomes no number", async () => {
  await stored(before(midnight(12)), { reason: "flood", comment: "Testo" });
  await stored(before(midnight(30)), { reason: "honeypot" });
  await stored(midnight(12), { reason: "flood" });
  expect(await applyRetention(database, PERIODS)).toEqual({ texts: 0, suspects: 2, rows: 0 });
  expect(await database.query("SELECT reason FROM feedback_suspect", [])).toEqual([{ reason: "flood" }]);
  expect(await days()).toEqual([]);
});

it("a trial counts the same, and erases nothing", async () => {
  await stored(before(midnight(12)), { comment: "Testo" });
  await stored(before(midnight(12)), { reason: "flood" });
  await stored(before(midnight(24)));
  const expected = { texts: 1, suspects: 1, rows: 1 };
  expect(await countRetention(database, PERIODS)).toEqual(expected);
  expect(await applyRetention(database, PERIODS)).toEqual(expected);
});

it("the periods are those of the environment, within bounds", () => {
  expect(PERIODS).toEqual({ texts: 12, rows: 24 });
  expect(readRetentionPeriods({ FEEDBACK_TEXT_MONTHS: "6", FEEDBACK_ROW_MONTHS: "36" })).toEqual({
    texts: 6,
    rows: 36,
  });
  expect(() => readRetentionPeriods({ FEEDBACK_ROW_MONTHS: "6" })).toThrow(/from 15 to 120/);
  expect(() => readRetentionPeriods({ FEEDBACK_TEXT_MONTHS: "25" })).toThrow(/from 1 to 24/);
});

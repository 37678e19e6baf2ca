import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NEGATIVE_ANSWERS, POSITIVE_ANSWERS } from "../../../../src/shared/feedback-contract.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** Inserts a row by SQL, without the handler's checks. */
async function insert(changes: Record<string, unknown>, table = "feedback"): Promise<void> {
  const row: Record<string, unknown> = {
    id: randomUUID(),
    page: "/servizi/",
    lang: "it",
    rating: 5,
    form_version: "01234567",
    page_revision: "0123456789ab",
    ...changes,
  };
  if (typeof row["comment"] === "string") row["comment_digest"] ??= digest(row["comment"]);
  const columns = Object.keys(row);
  const places = columns.map((_column, index) => `$${index + 1}`);
  await database.query(
    `INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`,
    Object.values(row),
  );
}

describe("the table refuses, by direct SQL too,", () => {
  it.each<Record<string, unknown>>([
    { id: null },
    { id: "not-a-uuid" },
    { id: "00000000-0000-0000-0000-000000000000" },
    { id: "c232ab00-9414-11ec-b3c8-9f6bdeced846" },
    { rating: 0 },
    { rating: 6 },
    { rating: null },
    { rating: 4, answer: "unclear" },
    { rating: 3, answer: "clear" },
    { answer: "anything" },
    { answer: "" },
    { page: "servizi/" },
    { page: "/servizi" },
    { page: "/servizi/?utm=1" },
    { page: "/servizi/#cima" },
    { page: "//servizi/" },
    { page: "/servizi/../" },
    { page: "/%2E%2e/" },
    { page: "/a\\b/" },
    { page: "/ser vizi/" },
    { page: "/a\nb/" },
    { page: `/${"a".repeat(500)}/` },
    { page: null },
    { lang: "IT" },
    { lang: "italiano" },
    { lang: "" },
    { form_version: "0123456" },
    { form_version: "0123456G" },
    { page_revision: "0123456789abc" },
    { page_revision: "0123456789AB" },
    { comment: "" },
    { comment: "a\rb" },
    { comment: " a" },
    { comment: "a\n" },
    { comment: "\u00a0" },
    { comment: "a\u2003" },
    { comment: "\ufeffa" },
    { comment: "\va" },
    { comment: "perche\u0301" },
    { comment: "a".repeat(201) },
    { comment: "😀".repeat(101) },
    { comment: `${"😀".repeat(99)}abc` },
    { comment: "ciao", comment_digest: digest("altro") },
    { comment: null, comment_digest: digest("altro") },
    { updated_at: "2000-01-01" },
    { updated_at: "infinity" },
    { created_at: "-infinity" },
  ])("%o", async (change) => {
    await expect(insert(change)).rejects.toThrow();
  });

  it("a suspect post without a known reason", async () => {
    await expect(insert({}, "feedback_suspect")).rejects.toThrow();
    await expect(insert({ reason: "whim" }, "feedback_suspect")).rejects.toThrow();
    await expect(insert({ reason: "flood", rating: 9 }, "feedback_suspect")).rejects.toThrow();
  });
});

describe("the table takes", () => {
  it("every answer with the ratings it fits", async () => {
    for (const answer of POSITIVE_ANSWERS) for (const rating of [4, 5]) await insert({ rating, answer });
    for (const answer of NEGATIVE_ANSWERS) for (const rating of [1, 2, 3]) await insert({ rating, answer });
  });

  it.each([
    ["a".repeat(200)],
    ["😀".repeat(100)],
    [`${"😀".repeat(99)}ab`],
    ["è".repeat(200)],
    ["a\n\t\u00a0b"],
  ])("a comment of up to 200 UTF-16 units: %j", async (comment) => {
    await insert({ comment });
  });

  it("the pages and languages of a manifest", async () => {
    for (const page of ["/", "/servizi/", "/en/servizi/segretariato-sociale/", "/città/"])
      await insert({ page });
    for (const lang of ["it", "en", "zh-Hant", "sr-Latn-RS"]) await insert({ lang });
  });

  it("a suspect post with its reason", async () => {
    for (const reason of ["honeypot", "flood", "no-origin"]) await insert({ reason }, "feedback_suspect");
  });
});

describe.each(["feedback", "feedback_suspect"])("in %s, once its time has passed, a row", (table) => {
  const FILLED = { answer: "clear", comment: "Bene" };
  const LATE = 31;
  const TOO_LATE = 24 * 60 + 31;

  /** Changes a row of some age, as the server's role. */
  async function change(minutes: number, row: Record<string, unknown>, set: string): Promise<void> {
    await database.empty();
    const created_at = new Date(Date.now() - minutes * 60_000).toISOString();
    await insert({ ...row, created_at, ...(table === "feedback_suspect" && { reason: "flood" }) }, table);
    await asServer(`UPDATE ${table} SET ${set}`);
  }

  /** Runs a statement with the rights of the role that stores posts. */
  const asServer = (sql: string) =>
    database.query(`DO $server$ BEGIN SET LOCAL ROLE feedback_writer; ${sql}; END $server$`, []);

  it.each<[string, number, Record<string, unknown>, string]>([
    ["keeps its rating", LATE, {}, "rating = 1"],
    ["keeps its rating, if an answer comes too", LATE, {}, "rating = 1, answer = 'unclear'"],
    ["keeps its answer", LATE, FILLED, "answer = 'complete'"],
    ["keeps its comment", LATE, FILLED, "comment = NULL, comment_digest = NULL"],
    ["is filled in no more after a day", TOO_LATE, {}, "answer = 'clear'"],
  ])("%s", async (_, minutes, row, set) => {
    await expect(change(minutes, row, set)).rejects.toMatchObject({ constraint: "feedback_time" });
  });

  it.each<[string, number, Record<string, unknown>, string]>([
    ["may have been corrected before", 29, FILLED, "rating = 1, answer = NULL"],
    ["may still be filled in for a day", TOO_LATE - 2, {}, "answer = 'clear', updated_at = now()"],
  ])("%s", async (_, minutes, row, set) => {
    await change(minutes, row, set);
    expect(await database.query(`SELECT id FROM ${table} WHERE ${set.split(",")[0]}`, [])).toHaveLength(1);
  });

  it("loses its comment at the owner's hand, and even so no rating changes", async () => {
    await change(0, FILLED, "updated_at = now()");
    await database.query(`UPDATE ${table} SET created_at = now() - interval '1 year'`, []);
    await database.query(`UPDATE ${table} SET comment = NULL, comment_digest = NULL`, []);
    expect(await database.query(`SELECT comment FROM ${table}`, [])).toEqual([{ comment: null }]);
    await expect(database.query(`UPDATE ${table} SET rating = 1`, [])).rejects.toMatchObject({
      constraint: "feedback_time",
    });
  });
});

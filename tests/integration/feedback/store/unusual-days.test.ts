import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findUnusualDays } from "../../../../src/feedback/store/unusual-days.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

const SINCE = { since: "2026-01-01" };

/** Stores posts that count, all at one time. */
async function stored(posts: number, time: string, page = "/", rating = 5): Promise<void> {
  for (let post = 0; post < posts; post += 1)
    await database.query(
      `INSERT INTO feedback (id, page, lang, rating, form_version, page_revision, created_at)
       VALUES ($1, $2, 'it', $3, '01234567', '0123456789ab', $4)`,
      [randomUUID(), page, rating, time],
    );
}

describe("a day is unusual", () => {
  it("when a page gets more than five times its usual posts, and at least thirty", async () => {
    await stored(140, "2026-03-01T12:00:00Z");
    await stored(25, "2026-03-02T12:00:00Z");
    await stored(26, "2026-03-20T12:00:00Z");
    await stored(33, "2026-03-21T12:00:00Z", "/", 1);
    await stored(29, "2026-03-21T12:00:00Z", "/servizi/");
    expect(await findUnusualDays(database, SINCE)).toMatchObject([
      { day: "2026-03-01", page: "/", posts: 140, usual: 0, rating: 5 },
    ]);
    await stored(5, "2026-03-21T12:00:00Z", "/", 1);
    expect(await findUnusualDays(database, { since: "2026-03-02" })).toEqual([
      { day: "2026-03-21", page: "/", posts: 38, usual: (140 + 25 + 26) / 28, rating: 1 },
    ]);
  });

  it("by the days of Italy, and by what the four weeks before it were like", async () => {
    await stored(200, "2026-03-01T12:00:00Z");
    await stored(30, "2026-03-29T21:59:00Z");
    await stored(30, "2026-03-29T22:00:00Z");
    expect(await findUnusualDays(database, { since: "2026-03-02" })).toMatchObject([
      { day: "2026-03-30", posts: 30, usual: 30 / 28 },
    ]);
  });

  it("on the page and the days that are asked for, the last thirty if none are", async () => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    await stored(30, "2026-03-01T12:00:00Z");
    await stored(30, yesterday, "/servizi/");
    const pagesOf = async (filter: object) =>
      (await findUnusualDays(database, filter)).map(({ page }) => page);
    expect(await pagesOf({})).toEqual(["/servizi/"]);
    expect(await pagesOf(SINCE)).toEqual(["/", "/servizi/"]);
    expect(await pagesOf({ ...SINCE, page: "/" })).toEqual(["/"]);
    expect(await pagesOf({ ...SINCE, until: "2026-03-01" })).toEqual(["/"]);
  });
});

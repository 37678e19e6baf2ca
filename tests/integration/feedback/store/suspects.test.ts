import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SuspectReason } from "../../../../src/feedback/store/confirm-suspicion.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import type { MaskedPost } from "../../../../src/feedback/store/store.ts";
import { countSuspects, listSuspects, restoreSuspects } from "../../../../src/feedback/store/suspects.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

/** Stores a post with a given time, apart if it has a reason. Returns its id. */
async function stored(
  reason: SuspectReason | undefined,
  changes: Partial<MaskedPost> = {},
  time = "2026-11-23T12:00:00Z",
): Promise<string> {
  const id = changes.id ?? randomUUID();
  const masked: MaskedPost = {
    id,
    page: "/servizi/",
    lang: "it",
    rating: 5,
    answer: null,
    comment: null,
    formVersion: "01234567",
    pageRevision: "0123456789ab",
    ...changes,
  };
  await createFeedbackStore(database).save(masked, reason);
  const table = reason ? "feedback_suspect" : "feedback";
  await database.query(`UPDATE ${table} SET created_at = $1, updated_at = NULL WHERE id = $2`, [time, id]);
  return id;
}

const counted = () => database.query("SELECT * FROM feedback ORDER BY created_at", []);
const apart = () => database.query("SELECT * FROM feedback_suspect ORDER BY created_at", []);

describe("an editor sees", () => {
  it("how many posts are apart by day in Italy, reason and page, and no others", async () => {
    await stored(undefined);
    await stored("flood", {}, "2026-11-22T22:59:00Z");
    await stored("flood", {}, "2026-11-22T23:00:00Z");
    await stored("flood");
    await stored("honeypot", { page: "/" });
    expect(await countSuspects(database, {})).toEqual([
      { day: "2026-11-22", reason: "flood", page: "/servizi/", posts: 1 },
      { day: "2026-11-23", reason: "flood", page: "/servizi/", posts: 2 },
      { day: "2026-11-23", reason: "honeypot", page: "/", posts: 1 },
    ]);
  });

  it("each of them with what was said, the newest first", async () => {
    const older = await stored("flood", { comment: "Prima", answer: "clear" });
    const newer = await stored("honeypot", { comment: "Poi", rating: 1 }, "2026-11-23T13:05:00Z");
    const expected = { page: "/servizi/", answer: null, comment: null };
    expect(await listSuspects(database, {}, 10)).toEqual([
      { ...expected, id: newer, time: "2026-11-23 14:05", reason: "honeypot", rating: 1, comment: "Poi" },
      {
        ...expected,
        id: older,
        time: "2026-11-23 13:00",
        reason: "flood",
        rating: 5,
        answer: "clear",
        comment: "Prima",
      },
    ]);
    expect(await listSuspects(database, {}, 1)).toHaveLength(1);
  });
});

describe("restoring", () => {
  it("makes the chosen post count as it was, when it was written, once", async () => {
    const id = await stored("flood", { comment: "Vero", answer: "clear" });
    await stored("flood", {}, "2026-11-23T13:00:00Z");
    const [before] = await apart();
    expect(await restoreSuspects(database, { ids: [id] })).toBe(1);
    const { reason, ...row } = { ...before };
    expect([reason, await counted()]).toEqual(["flood", [row]]);
    expect(await apart()).toHaveLength(1);
    expect(await restoreSuspects(database, { ids: [id] })).toBe(0);
    expect(await counted()).toHaveLength(1);
  });

  it("takes all that is chosen by reason, page and days, and leaves the rest", async () => {
    await stored("flood", {}, "2026-11-22T12:00:00Z");
    await stored("flood", {}, "2026-11-23T12:00:00Z");
    await stored("flood", {}, "2026-11-24T12:00:00Z");
    await stored("flood", { page: "/" });
    await stored("honeypot");
    const filter = { reason: "flood", page: "/servizi/", since: "2026-11-23", until: "2026-11-23" };
    expect(await restoreSuspects(database, filter)).toBe(1);
    expect(await restoreSuspects(database, { reason: "flood", since: "2026-11-23" })).toBe(2);
    expect(await apart()).toMatchObject([{ reason: "flood" }, { reason: "honeypot" }]);
  });

  it("fills in the row of a post whose second step was counted", async () => {
    const id = await stored("flood", { answer: "clear", comment: "Dal primo passo" }, "2026-11-23T11:00:00Z");
    await stored(undefined, { id });
    expect(await restoreSuspects(database, { ids: [id] })).toBe(1);
    expect(await counted()).toMatchObject([
      {
        rating: 5,
        answer: "clear",
        comment: "Dal primo passo",
        created_at: new Date("2026-11-23T11:00:00Z"),
      },
    ]);
    expect(await apart()).toEqual([]);
  });

  it("overwrites nothing that counts already", async () => {
    const id = await stored("flood", { rating: 1, answer: "unclear", comment: "Vecchio" });
    await stored(undefined, { id, rating: 5, comment: "Nuovo" });
    await restoreSuspects(database, { ids: [id] });
    expect(await counted()).toMatchObject([{ rating: 5, answer: null, comment: "Nuovo" }]);
  });

  it("leaves apart another post that took the same id", async () => {
    const id = await stored("honeypot", { page: "/", comment: "Estraneo" });
    await stored(undefined, { id });
    expect(await restoreSuspects(database, { ids: [id] })).toBe(0);
    expect(await apart()).toHaveLength(1);
    expect(await counted()).toMatchObject([{ page: "/servizi/", comment: null }]);
  });
});

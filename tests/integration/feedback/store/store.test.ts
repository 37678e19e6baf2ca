import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import type { MaskedPost, FeedbackStore } from "../../../../src/feedback/store/store.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";

let database: TestDatabase;
let store: FeedbackStore;
let clock: number;

beforeAll(async () => {
  database = await openTestDatabase();
  store = createFeedbackStore(database, () => clock);
});
beforeEach(async () => {
  clock = Date.now();
  await database.empty();
});
afterAll(() => database.close());

function maskedPost(changes: Partial<MaskedPost> = {}): MaskedPost {
  return {
    id: randomUUID(),
    page: "/servizi/",
    lang: "it",
    rating: 5,
    answer: null,
    comment: null,
    formVersion: "01234567",
    pageRevision: "0123456789ab",
    ...changes,
  };
}

const rows = (table = "feedback") => database.query(`SELECT * FROM ${table} ORDER BY created_at`, []);

async function letMinutesPass(minutes: number): Promise<void> {
  clock += minutes * 60_000;
  await database.query(
    `UPDATE feedback SET created_at = created_at - make_interval(secs => $1),
       updated_at = updated_at - make_interval(secs => $1)`,
    [minutes * 60],
  );
}

describe("a post with an id", () => {
  it("is one complete row after the first post", async () => {
    const post = maskedPost({ answer: "clear", comment: "Grazie\nmille 😀" });
    expect(await store.save(post)).toMatchObject({ outcome: "created" });
    expect(await rows()).toMatchObject([
      {
        id: post.id,
        page: "/servizi/",
        lang: "it",
        rating: 5,
        answer: "clear",
        comment: "Grazie\nmille 😀",
        form_version: "01234567",
        page_revision: "0123456789ab",
        updated_at: null,
      },
    ]);
  });

  it("is the same when it is sent again, at once or days later", async () => {
    const post = maskedPost({ comment: "Utile" });
    await store.save(post);
    expect(await store.save(post)).toMatchObject({ outcome: "same" });
    await letMinutesPass(3 * 24 * 60);
    expect(await store.save(post)).toMatchObject({ outcome: "same" });
    expect(await rows()).toHaveLength(1);
  });

  it("is completed by the second step within 30 minutes", async () => {
    const first = maskedPost();
    await store.save(first);
    await letMinutesPass(29);
    expect(await store.save({ ...first, answer: "complete", comment: "Chiaro" })).toMatchObject({
      outcome: "completed",
    });
    expect(await rows()).toMatchObject([{ rating: 5, answer: "complete", comment: "Chiaro" }]);
  });

  it("may be corrected within 30 minutes, and an answer that no longer fits goes", async () => {
    const first = maskedPost({ answer: "clear", comment: "Bene" });
    await store.save(first);
    expect(await store.save({ ...first, rating: 2, answer: null, comment: "Male" })).toMatchObject({
      outcome: "completed",
    });
    expect(await rows()).toMatchObject([{ rating: 2, answer: null, comment: "Male" }]);
  });

  it("keeps answer and comment when the first step is sent again", async () => {
    const first = maskedPost();
    const second = { ...first, answer: "clear", comment: "Da tenere" } as const;
    await store.save(first);
    await store.save(second);
    expect(await store.save(first)).toMatchObject({ outcome: "same" });
    await letMinutesPass(31);
    expect(await store.save(first)).toMatchObject({ outcome: "same" });
    expect(await rows()).toMatchObject([{ answer: "clear", comment: "Da tenere" }]);
  });

  it("keeps the comment when a correction has none", async () => {
    const first = maskedPost({ comment: "Da tenere" });
    await store.save(first);
    expect(await store.save({ ...first, rating: 4, comment: null })).toMatchObject({ outcome: "completed" });
    expect(await rows()).toMatchObject([{ rating: 4, comment: "Da tenere" }]);
  });

  it("is completed by a second step that waited on the device for a day", async () => {
    const first = maskedPost();
    await store.save(first);
    await letMinutesPass(24 * 60 + 29);
    expect(await store.save({ ...first, answer: "complete", comment: "Chiaro" })).toMatchObject({
      outcome: "completed",
    });
    expect(await rows()).toMatchObject([{ rating: 5, answer: "complete", comment: "Chiaro" }]);
  });

  it.each<[string, number, Partial<MaskedPost>]>([
    ["when it comes after that", 24 * 60 + 31, { comment: "Tardi" }],
    ["when it has another rating", 31, { rating: 4, comment: "Meno bene" }],
    ["when it has no more than the first step", 31, { formVersion: "76543210" }],
  ])("is not completed by a late second step %s", async (_, minutes, change) => {
    const first = maskedPost();
    await store.save(first);
    await letMinutesPass(minutes);
    expect(await store.save({ ...first, ...change })).toMatchObject({ outcome: "conflict" });
    expect(await rows()).toMatchObject([{ rating: 5, comment: null, updated_at: null }]);
  });

  it.each<Partial<MaskedPost>>([
    { rating: 4 },
    { answer: "clear" },
    { comment: "Altro testo" },
    { formVersion: "76543210" },
    { pageRevision: "ffffffffffff" },
  ])("conflicts after 30 minutes with other content: %o", async (change) => {
    const first = maskedPost({ comment: "Testo" });
    await store.save(first);
    await letMinutesPass(31);
    expect(await store.save({ ...first, ...change })).toMatchObject({ outcome: "conflict" });
    expect(await rows()).toMatchObject([{ rating: 5, answer: null, comment: "Testo", updated_at: null }]);
  });

  it.each<Partial<MaskedPost>>([{ page: "/" }, { lang: "en" }])(
    "conflicts at any time on another page or in another language: %o",
    async (change) => {
      const first = maskedPost();
      await store.save(first);
      expect(await store.save({ ...first, ...change })).toMatchObject({ outcome: "conflict" });
      expect(await rows()).toMatchObject([{ page: "/servizi/", lang: "it" }]);
    },
  );

  it("is created once when many copies arrive together", async () => {
    const post = maskedPost({ comment: "Insieme" });
    const saved = await Promise.all(Array.from({ length: 20 }, () => store.save(post)));
    const outcomes = saved.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "created")).toHaveLength(1);
    expect(outcomes).not.toContain("conflict");
    expect(await rows()).toHaveLength(1);
  });

  it("ends with both steps in the row when they race", async () => {
    const first = maskedPost();
    const second = { ...first, answer: "clear", comment: "Secondo passo" } as const;
    await Promise.all([store.save(second), store.save(first), store.save(first)]);
    expect(await rows()).toMatchObject([{ answer: "clear", comment: "Secondo passo" }]);
  });
});

describe("a post without id", () => {
  const post = (changes: Partial<MaskedPost> = {}) =>
    maskedPost({ id: undefined, comment: "Stesso testo", ...changes });

  it("is one row with its copies of the next five minutes, wherever the clock stands", async () => {
    for (const startOfSlot of [0, 1, 150, 299]) {
      await database.empty();
      clock = startOfSlot * 1_000 + 600 * 300_000;
      await store.save(post());
      await letMinutesPass(4.9);
      expect(await store.save(post())).toMatchObject({ outcome: "same" });
      expect(await rows()).toHaveLength(1);
    }
  });

  it("is a new row after five minutes", async () => {
    await store.save(post());
    await letMinutesPass(5.1);
    expect(await store.save(post())).toMatchObject({ outcome: "created" });
    expect(await rows()).toHaveLength(2);
  });

  it("with the words of another is a row of its own if rating or answer differ, at once too", async () => {
    const said = [{}, { rating: 1 }, { rating: 1, answer: "unclear" }, { answer: "clear" }] as const;
    for (const differing of said)
      expect(await store.save(post(differing))).toMatchObject({ outcome: "created" });
    await Promise.all(said.map((differing) => store.save(post(differing))));
    expect((await rows()).map(({ rating, answer }) => [rating, answer])).toEqual([
      [5, null],
      [1, null],
      [1, "unclear"],
      [5, "clear"],
    ]);
  });

  it("is a row of its own with another text or on another page", async () => {
    await store.save(post());
    await store.save(post({ comment: "Altro testo" }));
    await store.save(post({ page: "/" }));
    expect(await rows()).toHaveLength(3);
  });

  it("is a row of its own each time when it has no text", async () => {
    await store.save(post({ comment: null }));
    await store.save(post({ comment: null }));
    expect(await rows()).toHaveLength(2);
  });

  it("is created once when many copies arrive together", async () => {
    await Promise.all(Array.from({ length: 20 }, () => store.save(post())));
    expect(await rows()).toHaveLength(1);
  });
});

describe("a suspect post", () => {
  it("is kept apart, with the reason, and behaves like any other", async () => {
    const post = maskedPost({ comment: "Compra ora" });
    expect(await store.save(post, "honeypot")).toMatchObject({ outcome: "created" });
    expect(await store.save(post, "honeypot")).toMatchObject({ outcome: "same" });
    expect(await rows()).toEqual([]);
    expect(await rows("feedback_suspect")).toMatchObject([{ reason: "honeypot", comment: "Compra ora" }]);
  });
});

describe("a part of a flood", () => {
  it("is kept apart, and a second step that counts already is not", async () => {
    const counted = maskedPost();
    await store.save(counted);
    const second = { ...counted, comment: "Secondo passo" };
    expect(await store.save(second, "flood")).toEqual({ outcome: "completed", suspicion: undefined });
    expect(await store.save(maskedPost(), "flood")).toEqual({ outcome: "created", suspicion: "flood" });
    expect(await rows()).toMatchObject([{ id: counted.id, comment: "Secondo passo" }]);
    expect(await rows("feedback_suspect")).toMatchObject([{ reason: "flood" }]);
  });
});

describe("an equal text", () => {
  const comment = "Lo stesso testo da molti";
  const MAX_EQUAL = 3;
  /** Another store, with a memory of its own, as another process or instance has it. */
  const saveElsewhere = (changes: Partial<MaskedPost> = {}, suspicion?: "flood") =>
    createFeedbackStore(database, () => clock).save(
      maskedPost({ comment, ...changes }),
      suspicion,
      MAX_EQUAL,
    );
  const suspicions = async (times: number, changes: Partial<MaskedPost> = {}) => {
    const seen = [];
    for (let time = 0; time < times; time += 1) seen.push((await saveElsewhere(changes)).suspicion);
    return seen;
  };
  const REPEATED = "repeated";

  it("counts a few times an hour, on whatever page and in whatever process, and then again", async () => {
    expect(await suspicions(2)).toEqual([undefined, undefined]);
    await letMinutesPass(30);
    expect(await suspicions(3, { page: "/" })).toEqual([undefined, REPEATED, REPEATED]);
    await letMinutesPass(31);
    expect(await suspicions(3)).toEqual([undefined, undefined, REPEATED]);
  });

  it("is no repetition when it is another text, or comes again under its id", async () => {
    const post = maskedPost({ comment });
    await store.save(post);
    expect(await suspicions(3)).toEqual([undefined, undefined, REPEATED]);
    expect(await saveElsewhere({ id: post.id })).toEqual({ outcome: "same", suspicion: undefined });
    expect(await suspicions(1, { comment: "Un altro testo di uno solo" })).toEqual([undefined]);
  });

  it("goes apart from a rating that counts, which stays, and the sender is not told", async () => {
    await suspicions(3);
    for (const suspicion of [undefined, "flood"] as const) {
      const id = randomUUID();
      await store.save(maskedPost({ id }));
      const saved = await saveElsewhere({ id }, suspicion);
      expect(saved).toEqual({ outcome: "completed", suspicion: REPEATED });
      expect(await database.query("SELECT comment FROM feedback WHERE id = $1", [id])).toEqual([
        { comment: null },
      ]);
    }
  });

  it("counts by the second step that brought it", async () => {
    const first = maskedPost();
    await store.save(first);
    await letMinutesPass(70);
    expect(await store.save({ ...first, comment })).toMatchObject({ outcome: "completed" });
    expect(await suspicions(3)).toEqual([undefined, undefined, REPEATED]);
  });

  it("of a row that a wrong clock dated into the future says nothing", async () => {
    await suspicions(3);
    await database.query("UPDATE feedback SET created_at = now() + interval '1 day'", []);
    expect(await suspicions(1)).toEqual([undefined]);
  });

  it("is found by an index, among any number of rows", async () => {
    await database.query("SET enable_seqscan = off", []);
    const plan = await database.query(
      `EXPLAIN SELECT FROM feedback WHERE comment_digest = $1
         AND coalesce(updated_at, created_at) BETWEEN now() - interval '1 hour' AND now()`,
      ["00"],
    );
    await database.query("RESET enable_seqscan", []);
    expect(JSON.stringify(plan)).toMatch(/feedback_equal_texts/);
    expect(JSON.stringify(plan)).toMatch(/Index Cond:[^"]*COALESCE/);
  });
});

describe("the check of storage", () => {
  /** A store whose posts cannot be written while `isRefusing`, though the tables are sound. */
  let isRefusing = false;
  const query: TestDatabase["query"] = (sql, params) =>
    isRefusing && params.length > 0
      ? Promise.reject(Object.assign(new Error("full"), { code: "53100" }))
      : database.query(sql, params);

  it("passes while a post can be stored, and leaves no row", async () => {
    await store.check();
    expect([await rows(), await rows("feedback_suspect")]).toEqual([[], []]);
  });

  it("fails when there is no table", async () => {
    const broken = createFeedbackStore({
      query: (sql, params) => database.query(sql.replaceAll(" feedback", " missing"), params),
    });
    await expect(broken.check()).rejects.toThrow("missing");
  });

  it("says for a minute what the last write said, unless a later one succeeds", async () => {
    const failing = createFeedbackStore({ query }, () => clock);
    isRefusing = true;
    await expect(failing.save(maskedPost())).rejects.toThrow();
    await expect(failing.check()).rejects.toMatchObject({ code: "53100" });
    clock += 60_000;
    await failing.check();

    await expect(failing.save(maskedPost())).rejects.toThrow();
    isRefusing = false;
    await expect(failing.check()).rejects.toMatchObject({ code: "53100" });
    await failing.save(maskedPost());
    await failing.check();
  });
});

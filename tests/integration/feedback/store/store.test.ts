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
    expect(await store.save(post)).toBe("created");
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
    expect(await store.save(post)).toBe("same");
    await letMinutesPass(3 * 24 * 60);
    expect(await store.save(post)).toBe("same");
    expect(await rows()).toHaveLength(1);
  });

  it("is completed by the second step within 30 minutes", async () => {
    const first = maskedPost();
    await store.save(first);
    await letMinutesPass(29);
    expect(await store.save({ ...first, answer: "complete", comment: "Chiaro" })).toBe("completed");
    expect(await rows()).toMatchObject([{ rating: 5, answer: "complete", comment: "Chiaro" }]);
  });

  it("may be corrected within 30 minutes, and an answer that no longer fits goes", async () => {
    const first = maskedPost({ answer: "clear", comment: "Bene" });
    await store.save(first);
    expect(await store.save({ ...first, rating: 2, answer: null, comment: "Male" })).toBe("completed");
    expect(await rows()).toMatchObject([{ rating: 2, answer: null, comment: "Male" }]);
  });

  it("keeps answer and comment when the first step is sent again", async () => {
    const first = maskedPost();
    const second = { ...first, answer: "clear", comment: "Da tenere" } as const;
    await store.save(first);
    await store.save(second);
    expect(await store.save(first)).toBe("same");
    await letMinutesPass(31);
    expect(await store.save(first)).toBe("same");
    expect(await rows()).toMatchObject([{ answer: "clear", comment: "Da tenere" }]);
  });

  it("keeps the comment when a correction has none", async () => {
    const first = maskedPost({ comment: "Da tenere" });
    await store.save(first);
    expect(await store.save({ ...first, rating: 4, comment: null })).toBe("completed");
    expect(await rows()).toMatchObject([{ rating: 4, comment: "Da tenere" }]);
  });

  it("is completed by a second step that waited on the device for a day", async () => {
    const first = maskedPost();
    await store.save(first);
    await letMinutesPass(24 * 60 + 29);
    expect(await store.save({ ...first, answer: "complete", comment: "Chiaro" })).toBe("completed");
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
    expect(await store.save({ ...first, ...change })).toBe("conflict");
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
    expect(await store.save({ ...first, ...change })).toBe("conflict");
    expect(await rows()).toMatchObject([{ rating: 5, answer: null, comment: "Testo", updated_at: null }]);
  });

  it.each<Partial<MaskedPost>>([{ page: "/" }, { lang: "en" }])(
    "conflicts at any time on another page or in another language: %o",
    async (change) => {
      const first = maskedPost();
      await store.save(first);
      expect(await store.save({ ...first, ...change })).toBe("conflict");
      expect(await rows()).toMatchObject([{ page: "/servizi/", lang: "it" }]);
    },
  );

  it("is created once when many copies arrive together", async () => {
    const post = maskedPost({ comment: "Insieme" });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.save(post)));
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
      expect(await store.save(post())).toBe("same");
      expect(await rows()).toHaveLength(1);
    }
  });

  it("is a new row after five minutes", async () => {
    await store.save(post());
    await letMinutesPass(5.1);
    expect(await store.save(post())).toBe("created");
    expect(await rows()).toHaveLength(2);
  });

  it("with the words of another is a row of its own if rating or answer differ, at once too", async () => {
    const said = [{}, { rating: 1 }, { rating: 1, answer: "unclear" }, { answer: "clear" }] as const;
    for (const differing of said) expect(await store.save(post(differing))).toBe("created");
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
    expect(await store.save(post, "honeypot")).toBe("created");
    expect(await store.save(post, "honeypot")).toBe("same");
    expect(await rows()).toEqual([]);
    expect(await rows("feedback_suspect")).toMatchObject([{ reason: "honeypot", comment: "Compra ora" }]);
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

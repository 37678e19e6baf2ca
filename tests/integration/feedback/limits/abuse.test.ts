import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readLimits } from "../../../../src/feedback/limits/limits.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import { createTestApp, type TestApp } from "../../../support/feedback-app.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { formPost, jsonPost, ORIGIN } from "../../../support/feedback.ts";

const HOUR = 3_600_000;
const { rate, votes } = readLimits();
const UNLIMITED_RATE = { ...readLimits(), rate: { burst: 0, perMinute: 1 } };

let database: TestDatabase;
let handler: TestApp;
let clock: number;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await database.empty();
  clock = 0;
  handler = createTestApp({
    store: createFeedbackStore(database),
    limits: UNLIMITED_RATE,
    now: () => clock,
  });
});
afterAll(() => database.close());

function send(body: Record<string, unknown>, ip: string, headers: Record<string, string> = {}) {
  const init = {
    method: "POST",
    headers: { origin: ORIGIN, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
  return handler(new Request(`${ORIGIN}/api/feedback`, init), { ip });
}

function sendForm(body: Record<string, string>, ip: string) {
  const init = { method: "POST", headers: { origin: ORIGIN }, body: new URLSearchParams(body) };
  return handler(new Request(`${ORIGIN}/api/feedback`, init), { ip });
}

/** A different address for each number. */
const address = (index: number) => `198.51.${index >> 8}.${index & 0xff}`;

const count = async (condition = "true", table = "feedback") =>
  (await database.query(`SELECT id FROM ${table} WHERE ${condition}`, [])).length;
const apart = async () =>
  (await database.query("SELECT reason FROM feedback_suspect ORDER BY created_at", [])).map(
    ({ reason }) => reason,
  );

describe("the posts of one address", () => {
  beforeEach(() => {
    handler = createTestApp({ store: createFeedbackStore(database), now: () => clock });
  });

  const exhaust = async (ip: string) => {
    for (let post = 0; post < rate.burst; post += 1) expect((await send({}, ip)).status).toBe(422);
  };

  it("beyond the limit are answered 429, say when to come back, and store nothing", async () => {
    await exhaust("192.0.2.1");
    const response = await send(jsonPost(), "192.0.2.1");
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ code: "too-many", status: 429, errors: [] });
    expect(await count()).toBe(0);
    expect((await send(jsonPost(), "192.0.2.2")).status).toBe(201);
    clock += Number(response.headers.get("retry-after")) * 1_000;
    expect((await send(jsonPost(), "192.0.2.1")).status).toBe(201);
  });

  it("give a citizen without script the form back with the text in it", async () => {
    await exhaust("192.0.2.1");
    const response = await sendForm(formPost({ comment: "Da tenere" }), "192.0.2.1");
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.text()).toContain("\nDa tenere</textarea>");
  });
});

describe("the votes of one address on one page", () => {
  const flood = (total = votes.senderVotes) =>
    Promise.all(Array.from({ length: total }, () => send(jsonPost({ rating: 1 }), "192.0.2.1")));

  it("are 60 in a day, however many it sends at once; honest ones of other addresses all count", async () => {
    await flood(203);
    expect([await count("rating = 1"), await count("reason = 'flood'", "feedback_suspect")]).toEqual([
      60, 143,
    ]);
    for (let honest = 0; honest < 15; honest += 1) {
      const post = jsonPost({ comment: `Un parere onesto, numero ${honest}` });
      expect((await send(post, address(honest))).status).toBe(201);
    }
    expect([await count("rating = 5"), await count("rating = 5", "feedback_suspect")]).toEqual([15, 0]);
  });

  it("beyond them are answered like any other, and the other pages go on", async () => {
    await flood();
    const response = await send(jsonPost({ comment: "Uno di troppo" }), "192.0.2.1");
    expect([response.status, await response.json()]).toEqual([201, { outcome: "created" }]);
    expect((await send(jsonPost({ page: "/" }), "192.0.2.1")).status).toBe(201);
    expect(await count()).toBe(votes.senderVotes + 1);
    expect(await database.query("SELECT reason, comment FROM feedback_suspect", [])).toEqual([
      { reason: "flood", comment: "Uno di troppo" },
    ]);
  });

  it("leave an earlier vote of the address to be completed where it is", async () => {
    const first = jsonPost();
    await send(first, "192.0.2.1");
    await flood(200);
    const before = await count("true", "feedback_suspect");
    const reply = await send({ ...first, comment: "Secondo passo" }, "192.0.2.1");
    expect(await reply.json()).toEqual({ outcome: "completed" });
    expect(await count("comment = 'Secondo passo'")).toBe(1);
    expect(await count("true", "feedback_suspect")).toBe(before);
  });

  it("count again when the first of them are a day old, and not at midnight", async () => {
    await flood();
    clock += 24 * HOUR - 1;
    await send(jsonPost(), "192.0.2.1");
    expect(await apart()).toEqual(["flood"]);
    clock += 1;
    await send(jsonPost(), "192.0.2.1");
    expect(await apart()).toEqual(["flood"]);
  });

  it("are not used up by posts that betray a robot, are sent twice or cannot be stored", async () => {
    for (let post = 0; post < 100; post += 1) await send(jsonPost({ sito_web: "x" }), "192.0.2.1");
    const counted = jsonPost();
    for (let copy = 0; copy < 100; copy += 1) await send(counted, "192.0.2.1");
    const conflicting = { ...counted, page: "/" };
    for (let post = 0; post < 100; post += 1) expect((await send(conflicting, "192.0.2.1")).status).toBe(409);
    await flood(votes.senderVotes - 1);
    await send(jsonPost({ page: "/" }), "192.0.2.1");
    expect(await count()).toBe(votes.senderVotes + 1);
  });
});

describe("one text", () => {
  const comment = "Servizio pessimo, tutto da rifare";

  it("sent seven times at once, by one or by many, counts three times", async () => {
    for (const senderOf of [() => "192.0.2.1", address]) {
      await database.empty();
      handler = createTestApp({ store: createFeedbackStore(database), now: () => clock });
      const posts = Array.from({ length: 7 }, (_, index) => send(jsonPost({ comment }), senderOf(index)));
      const replies = await Promise.all(posts);
      expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 201));
      expect([await count(), await apart()]).toEqual([3, Array.from({ length: 4 }, () => "repeated")]);
    }
  });

  it("comes apart from the rating that the first step brought, whose sender is answered as usual", async () => {
    for (let person = 0; person < 7; person += 1) {
      const first = jsonPost();
      expect((await send(first, address(person))).status).toBe(201);
      expect((await send({ ...first, comment }, address(person))).status).toBe(200);
    }
    expect([await count(), await count("comment_digest IS NOT NULL")]).toEqual([7, 3]);
    expect(await apart()).toEqual(Array.from({ length: 4 }, () => "repeated"));
  });

  it("is found by a server that was started again", async () => {
    for (let post = 0; post < 3; post += 1) await send(jsonPost({ comment }), address(post));
    handler = createTestApp({ store: createFeedbackStore(database), now: () => clock });
    await send(jsonPost({ comment }), address(3));
    expect([await count(), await apart()]).toEqual([3, ["repeated"]]);
  });
});

describe("distinct senders with distinct texts", () => {
  it("all count on one page, however many", async () => {
    for (let person = 0; person < 500; person += 1)
      await send(jsonPost({ comment: `Il parere della persona ${person}` }), address(person));
    expect([await count(), await apart()]).toEqual([500, []]);
  });
});

describe("forty people in ten minutes", () => {
  it("behind one address and on one page, with two posts each, are all counted", async () => {
    handler = createTestApp({ store: createFeedbackStore(database), now: () => clock });
    const people = Array.from({ length: 40 }, () => jsonPost());
    for (const [index, post] of people.entries()) {
      expect((await send(post, "203.0.113.7")).status).toBe(201);
      const second = { ...post, comment: `Il parere della persona ${index}` };
      expect((await send(second, "203.0.113.7")).status).toBe(200);
      clock += 15_000;
    }
    expect([await count(), await apart()]).toEqual([40, []]);
  });

  it("are all counted even when they press at the same moment, without script, and as low as limits can be set", async () => {
    const limits = readLimits({
      FEEDBACK_RATE_BURST: "80",
      FEEDBACK_RATE_PER_MINUTE: "1",
      FEEDBACK_SENDER_VOTES: "40",
      FEEDBACK_EQUAL_TEXTS: "1",
    });
    handler = createTestApp({ store: createFeedbackStore(database), limits, now: () => clock });
    const posts = Array.from({ length: 40 }, (_, index) =>
      formPost({ comment: `Il parere della persona ${index}` }),
    );
    // Each of them presses twice.
    const responses = await Promise.all([...posts, ...posts].map((post) => sendForm(post, "203.0.113.7")));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await count()).toBe(40);
  });
});

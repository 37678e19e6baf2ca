import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readLimits } from "../../../../src/feedback/limits/limits.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import { createTestApp, type TestApp } from "../../../support/feedback-app.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { formPost, jsonPost, ORIGIN } from "../../../support/feedback.ts";

const MINUTE = 60_000;
const { rate, floodPosts } = readLimits();

let database: TestDatabase;
let handler: TestApp;
let clock: number;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await database.empty();
  clock = Date.UTC(2026, 10, 23, 12);
  handler = createTestApp({
    store: createFeedbackStore(database),
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

const count = async (table = "feedback") => (await database.query(`SELECT id FROM ${table}`, [])).length;

describe("the posts of one address", () => {
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

describe("a flood on one page", () => {
  const flood = async () => {
    for (let post = 0; post < floodPosts; post += 1) await send(jsonPost(), address(post));
  };

  it("is stored apart and answered like any other, and the other pages go on", async () => {
    await flood();
    expect(await count()).toBe(floodPosts);
    const response = await send(jsonPost({ comment: "Uno di troppo" }), address(999));
    expect([response.status, await response.json()]).toEqual([201, { outcome: "created" }]);
    expect((await send(jsonPost({ page: "/" }), address(999))).status).toBe(201);
    expect(await count()).toBe(floodPosts + 1);
    expect(await database.query("SELECT reason, comment FROM feedback_suspect", [])).toEqual([
      { reason: "flood", comment: "Uno di troppo" },
    ]);
  });

  it("lets an earlier post be completed where it is", async () => {
    const first = jsonPost();
    await send(first, address(999));
    await flood();
    const apart = await count("feedback_suspect");
    expect(await (await send({ ...first, comment: "Secondo passo" }, address(999))).json()).toEqual({
      outcome: "completed",
    });
    expect(await database.query("SELECT id FROM feedback WHERE comment = 'Secondo passo'", [])).toHaveLength(
      1,
    );
    expect(await count("feedback_suspect")).toBe(apart);
  });

  it("is over ten minutes later", async () => {
    await flood();
    clock += 10 * MINUTE;
    await send(jsonPost({ comment: "Dopo" }), address(999));
    expect(await count("feedback_suspect")).toBe(0);
  });

  it("is not caused by posts that betray a robot", async () => {
    for (let post = 0; post < floodPosts; post += 1) await send(jsonPost({ sito_web: "x" }), address(post));
    await send(jsonPost(), address(999));
    expect(await count()).toBe(1);
  });
});

describe("forty people in ten minutes", () => {
  it("behind one address and on one page, with two posts each, are all counted", async () => {
    const people = Array.from({ length: 40 }, () => jsonPost());
    for (const [index, post] of people.entries()) {
      expect((await send(post, "203.0.113.7")).status).toBe(201);
      expect((await send({ ...post, comment: `Persona ${index}` }, "203.0.113.7")).status).toBe(200);
      clock += 15_000;
    }
    expect(await count()).toBe(40);
    expect(await count("feedback_suspect")).toBe(0);
  });

  it("are all counted even when they press at the same moment, without script, and as low as limits can be set", async () => {
    const limits = readLimits({
      FEEDBACK_RATE_BURST: "80",
      FEEDBACK_RATE_PER_MINUTE: "1",
      FEEDBACK_FLOOD_POSTS: "80",
    });
    const store = createFeedbackStore(database);
    handler = createTestApp({
      store,
      limits,
      now: () => clock,
    });
    const posts = Array.from({ length: 80 }, (_value, index) => formPost({ comment: `Persona ${index}` }));
    const responses = await Promise.all(posts.map((post) => sendForm(post, "203.0.113.7")));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await count()).toBe(80);
  });
});

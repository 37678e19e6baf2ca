import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { jsonPost } from "../../support/feedback.ts";
import { SERVICE_PAGE, SITE } from "../../support/site.ts";
import { type Emulation, type Instance, ORIGIN, startNetlify } from "./emulation.ts";

// What docs/hosting.md promises of the function, where the memory of an instance knows only its own
// posts. bundle.test.ts says what the platform is told, and what an instance logs.

let netlify: Emulation;
beforeAll(async () => {
  netlify = await startNetlify(SITE);
});
beforeEach(async () => {
  await netlify.query("DELETE FROM feedback");
  await netlify.query("DELETE FROM feedback_suspect");
});
afterAll(() => netlify.stop());

const COMMENT = "Sette volte lo stesso testo";
const citizen = (index: number) => `198.51.${100 + (index >> 8)}.${index & 0xff}`;
const init = (fields: Record<string, unknown> = {}) => ({
  method: "POST",
  headers: { Origin: ORIGIN, "Content-Type": "application/json" },
  body: JSON.stringify(jsonPost({ page: SERVICE_PAGE, ...fields })),
});
/** A post that the platform gives to a new instance. */
const send = async (fields?: Record<string, unknown>) =>
  (await netlify.ask("/api/feedback", init(fields))).response;
const sendTo = (instance: Instance, ip: string, fields?: Record<string, unknown>) =>
  instance(new Request(`${ORIGIN}/api/feedback`, init(fields)), { ip });

const count = async (table = "feedback") => (await netlify.query(`SELECT id FROM ${table}`)).length;
const apart = async () =>
  (await netlify.query("SELECT reason FROM feedback_suspect")).map(({ reason }) => reason);

/** Takes the table away meanwhile, as if the database were not there yet. */
async function withoutTable(work: () => Promise<void>): Promise<void> {
  await netlify.query("ALTER TABLE feedback RENAME TO away");
  try {
    await work();
  } finally {
    await netlify.query("ALTER TABLE away RENAME TO feedback");
  }
}

it("1: another method than those of the endpoint is 405", async () => {
  for (const method of ["PUT", "DELETE"]) {
    const { by, response } = await netlify.ask("/api/feedback", { method });
    expect([by, response.status]).toEqual(["function", 405]);
  }
});

it("3: health says whether a post could be written now", async () => {
  const health = async () => (await netlify.ask("/api/health")).response.status;
  await withoutTable(async () => {
    expect(await health()).toBe(503);
  });
  expect(await health()).toBe(200);
});

it("4 and 6: while the database is not there, pages are served, posts are kept for later, and then stored", async () => {
  const instance = await netlify.startInstance();
  await withoutTable(async () => {
    const reply = await sendTo(instance, "192.0.2.1");
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "60"]);
    expect((await netlify.ask(SERVICE_PAGE)).by).toBe("static");
  });
  expect((await sendTo(instance, "192.0.2.1")).status).toBe(201);
});

it("7: one text counts three times, though each post has an instance of its own", async () => {
  for (let post = 0; post < 7; post += 1) expect((await send({ comment: COMMENT })).status).toBe(201);
  expect([await count(), await apart()]).toEqual([3, Array.from({ length: 4 }, () => "repeated")]);
});

it("7: sixty votes of one sender count in an instance, and others count besides", async () => {
  const instance = await netlify.startInstance();
  for (let vote = 0; vote < 70; vote += 1) await sendTo(instance, "192.0.2.1");
  for (let vote = 0; vote < 15; vote += 1) await sendTo(instance, citizen(vote));
  expect([await count(), await apart()]).toEqual([75, Array.from({ length: 10 }, () => "flood")]);
});

it("7: another instance knows nothing of the sender, so the platform must bound its requests", async () => {
  for (let instance = 0; instance < 2; instance += 1) {
    const another = await netlify.startInstance();
    for (let vote = 0; vote < 61; vote += 1) await sendTo(another, "192.0.2.1");
  }
  expect([await count(), await apart()]).toEqual([120, ["flood", "flood"]]);
});

// The last, because a post that was put off may still be written.
it("5: an instance stores what it acknowledges of many posts at once, and puts the rest off", async () => {
  const instance = await netlify.startInstance();
  const replies = await Promise.all(
    Array.from({ length: 300 }, (_, index) => sendTo(instance, citizen(index))),
  );
  const stored = replies.filter(({ status }) => status === 201).length;
  const putOff = replies.filter(({ status, headers }) => status === 503 && headers.has("retry-after"));
  expect(stored + putOff.length).toBe(300);
  expect(await count()).toBeGreaterThanOrEqual(stored);
});

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../../src/feedback/store/open-database.ts";
import { FEEDBACK_ENDPOINT } from "../../../src/shared/feedback-contract.ts";
import { jsonPost, MANIFEST_JSON, ORIGIN, writeBuiltSite } from "../../support/feedback.ts";
import { createEmbeddedEngine } from "../engines.ts";
import type { EmbeddedContext, FaultCase } from "./fault-case.ts";
import { withServer } from "./with-server.ts";

/** The usual limits for votes. The rate limit, which is off, would only make the attacks longer. */
const VOTE_LIMITS = { FEEDBACK_SENDER_VOTES: "", FEEDBACK_EQUAL_TEXTS: "" };

const PAGES = Array.from({ length: 60 }, (_, index) => `/servizi/${index}/`);
const ATTACKER = "192.0.2.1";
const citizen = (index: number) => `198.51.${100 + (index >> 8)}.${index & 0xff}`;

/** Sends a post as the proxy of the server passes it on, and returns the status. */
type Send = (sender: string, fields: Record<string, unknown>) => Promise<number>;

/** What was sent in an attack, and what must count and be kept apart of it. */
interface Attack {
  name: string;
  /** The page that it is on, or what its pages begin with. */
  page: string;
  run: (send: Send) => Promise<unknown>;
  /** Rows that count, by rating. */
  counted: Partial<Record<1 | 5, number>>;
  /** Suspects, by reason. */
  apart: Partial<Record<"flood" | "repeated", number>>;
}

/** Fewer than may wait for the embedded database. */
const AT_ONCE = 20;

async function times(total: number, work: (index: number) => Promise<unknown>): Promise<void> {
  for (let done = 0; done < total; done += AT_ONCE) {
    const length = Math.min(AT_ONCE, total - done);
    await Promise.all(Array.from({ length }, (_, offset) => work(done + offset)));
  }
}

const ATTACKS: readonly Attack[] = [
  {
    name: "203 votes of one address, then 15 of others",
    page: "/uno/",
    run: async (send) => {
      await times(203, () => send(ATTACKER, { page: "/uno/", rating: 1 }));
      await times(15, (index) =>
        send(citizen(index), { page: "/uno/", comment: `Il mio parere è il ${index}` }),
      );
    },
    counted: { 1: 60, 5: 15 },
    apart: { flood: 143 },
  },
  {
    name: "seven equal texts at once",
    page: "/sette/",
    run: (send) =>
      times(7, (index) =>
        send(citizen(index), { page: "/sette/", rating: 1, comment: "Sette volte lo stesso testo" }),
      ),
    counted: { 1: 3 },
    apart: { repeated: 4 },
  },
  {
    name: "one text on 60 pages",
    page: "/servizi/",
    run: (send) =>
      times(60, (index) => send(ATTACKER, { page: PAGES[index], rating: 1, comment: "Un testo per tutte" })),
    counted: { 1: 3 },
    apart: { repeated: 57 },
  },
  {
    name: "forty people behind one address, in two steps",
    page: "/quaranta/",
    run: (send) =>
      times(40, async (index) => {
        const first = jsonPost({ page: "/quaranta/" });
        assert.equal(await send("203.0.113.7", first), 201);
        assert.equal(
          await send("203.0.113.7", { ...first, comment: `Siamo in quaranta, io sono ${index}` }),
          200,
        );
      }),
    counted: { 5: 40 },
    apart: {},
  },
  {
    name: "300 people with 300 texts",
    page: "/tutti/",
    run: (send) =>
      times(300, (index) =>
        send(citizen(index), { page: "/tutti/", comment: `Un parere diverso, il numero ${index}` }),
      ),
    counted: { 5: 300 },
    apart: {},
  },
];

/** Somebody votes again and again, and citizens vote: what counts is what the limits promise. */
export const votes: FaultCase<EmbeddedContext> = {
  name: "votes that count",
  async run({ tell }) {
    const site = await mkdtemp(join(tmpdir(), "site-"));
    const engine = await createEmbeddedEngine();
    try {
      await writeBuiltSite(site, {
        "feedback.json": JSON.stringify(manifestOf([...PAGES, ...ATTACKS.map(({ page }) => page)])),
      });
      const environment = { ...engine.environment, ...VOTE_LIMITS, TRUSTED_PROXIES: "loopback" };
      await withServer(site, environment, async ({ origin, end }) => {
        for (const attack of ATTACKS) await attack.run(sendTo(origin));
        await end("SIGTERM");
      });
      await expectCounted(engine.environment, tell);
    } finally {
      await engine.remove();
      await rm(site, { recursive: true });
    }
  },
};

function manifestOf(pages: readonly string[]): object {
  const { "/servizi/": page } = MANIFEST_JSON.pages;
  return { ...MANIFEST_JSON, pages: Object.fromEntries(pages.map((path) => [path, page])) };
}

function sendTo(origin: string): Send {
  return async (sender, fields) => {
    const response = await fetch(`${origin}${FEEDBACK_ENDPOINT}`, {
      method: "POST",
      headers: { origin: ORIGIN, "x-forwarded-for": sender, "content-type": "application/json" },
      body: JSON.stringify(jsonPost(fields)),
    });
    await response.arrayBuffer();
    assert.ok(response.ok, `a post was answered ${response.status}`);
    return response.status;
  };
}

async function expectCounted(
  environment: Readonly<Record<string, string>>,
  tell: EmbeddedContext["tell"],
): Promise<void> {
  const database = await openDatabase(environment);
  const tally = async (table: string, column: string, page: string) => {
    const rows = await database.query(
      `SELECT ${column} AS name, count(*)::int AS posts FROM ${table} WHERE page LIKE $1 GROUP BY ${column}`,
      [`${page}%`],
    );
    return Object.fromEntries(rows.map(({ name, posts }) => [String(name), Number(posts)]));
  };
  try {
    for (const { name, page, counted, apart } of ATTACKS) {
      const seen = [await tally("feedback", "rating", page), await tally("feedback_suspect", "reason", page)];
      tell(`${name}: counted by rating ${JSON.stringify(seen[0])}, apart ${JSON.stringify(seen[1])}`);
      assert.deepEqual(seen, [counted, apart], name);
    }
  } finally {
    await database.close();
  }
}

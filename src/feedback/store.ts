import { createHash, randomUUID } from "node:crypto";
import { noScriptIds } from "./no-script-id.ts";
import { saveStatement } from "./save-statement.ts";
import type { SqlDriver } from "./sql-driver.ts";
import type { Submission } from "./submission.ts";

const OUTCOMES = ["created", "completed", "same", "conflict"] as const;

/** What became of a post: see `saveStatement`. After `conflict` nothing was written. */
export type SaveOutcome = (typeof OUTCOMES)[number];

/** Why a post is kept apart from those that count. */
export type SuspectReason = "honeypot" | "flood" | "no-origin";

/** What the store keeps of a post; without `id` it came from a form, and the store makes one. */
export type FeedbackRecord = Omit<Submission, "sito_web">;

/** Where feedback is kept. Every method rejects when the database does not answer or refuses. */
export interface FeedbackStore {
  /** Stores a post, apart if it is suspect; resolves after the commit. */
  save(record: FeedbackRecord, suspicion?: SuspectReason): Promise<SaveOutcome>;
  /** Resolves when the tables can be read. */
  check(): Promise<void>;
}

/** @param now the clock, in milliseconds since the epoch */
export function createFeedbackStore(driver: SqlDriver, now: () => number = Date.now): FeedbackStore {
  return {
    async save(record, suspicion) {
      const { id, earlierId } = keysOf(record, now());
      const { page, lang, rating, answer, comment, formVersion, pageRevision } = record;
      const params = [id, earlierId, page, lang, rating, answer, comment];
      params.push(comment === null ? null : sha256(comment), formVersion, pageRevision);
      if (suspicion) params.push(suspicion);
      const table = suspicion ? "feedback_suspect" : "feedback";
      const [row] = await driver.query(saveStatement({ table, hasComment: comment !== null }), params);
      const outcome = OUTCOMES.find((known) => known === row?.["outcome"]);
      if (!outcome) throw new Error("The save statement returned no outcome");
      return outcome;
    },

    async check() {
      await driver.query("SELECT id FROM feedback LIMIT 1", []);
    },
  };
}

/** Without a text two equal posts may well be two citizens: each gets an id of its own. */
function keysOf(
  { id, page, comment }: FeedbackRecord,
  time: number,
): { id: string; earlierId: string | null } {
  if (id !== undefined) return { id, earlierId: null };
  if (comment === null) return { id: randomUUID(), earlierId: null };
  return noScriptIds(page, comment, time);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

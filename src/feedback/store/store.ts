import { createHash, randomUUID } from "node:crypto";
import { createBoundedRunner } from "./bounded-runner.ts";
import { noScriptIds } from "./no-script-id.ts";
import { saveStatement } from "./save-statement.ts";
import type { SqlDriver } from "./sql-driver.ts";
import type { Submission } from "../http/submission.ts";

const OUTCOMES = ["created", "completed", "same", "conflict"] as const;

/** What became of a post: see `saveStatement`. After `conflict` nothing was written. */
export type SaveOutcome = (typeof OUTCOMES)[number];

/** Why a post is kept apart from those that count. */
export const SUSPECT_REASONS = ["honeypot", "flood", "no-origin"] as const;
export type SuspectReason = (typeof SUSPECT_REASONS)[number];

/** What the store keeps of a post; without `id` it came from a form, and the store makes one. */
export type FeedbackRecord = Omit<Submission, "sito_web">;

/** A citizen is answered within three seconds, whatever becomes of the database. */
const DEADLINE_MS = 2_800;

/** Saves that may wait at once: what the slowest database does in half a second. */
const MAX_PENDING_SAVES = 500;
const MAX_PENDING_CHECKS = 50;

/** Where feedback is kept. Every method rejects when the database does not answer in time or refuses. */
export interface FeedbackStore {
  /**
   * Stores a post, apart if it is suspect; resolves after the commit. A post of a flood whose id is known from
   * quieter times completes its row there.
   */
  save(record: FeedbackRecord, suspicion?: SuspectReason): Promise<SaveOutcome>;
  /** Resolves when the tables can be read. */
  check(): Promise<void>;
}

/** @param now the clock, in milliseconds since the epoch */
export function createFeedbackStore(driver: SqlDriver, now: () => number = Date.now): FeedbackStore {
  const saves = createBoundedRunner({ deadlineMs: DEADLINE_MS, maxPending: MAX_PENDING_SAVES });
  const checks = createBoundedRunner({ deadlineMs: DEADLINE_MS, maxPending: MAX_PENDING_CHECKS });
  return {
    save: (record, suspicion) => saves(() => save(record, suspicion)),
    check: () =>
      checks(async () => {
        await driver.query("SELECT id FROM feedback LIMIT 1", []);
      }),
  };

  async function save(record: FeedbackRecord, suspicion?: SuspectReason): Promise<SaveOutcome> {
    const keys = keysOf(record, now());
    const { page, lang, rating, answer, comment, formVersion, pageRevision } = record;
    const params = [keys.id, keys.earlierId, page, lang, rating, answer, comment];
    params.push(comment === null ? null : sha256(comment), formVersion, pageRevision);
    const apart = suspicion && !(suspicion === "flood" && (await isCounted(keys)));
    if (apart) params.push(suspicion);
    const table = apart ? "feedback_suspect" : "feedback";
    const [row] = await driver.query(saveStatement({ table, hasComment: comment !== null }), params);
    const outcome = OUTCOMES.find((known) => known === row?.["outcome"]);
    if (!outcome) throw new Error("The save statement returned no outcome");
    return outcome;
  }

  async function isCounted({ id, earlierId }: RowKeys): Promise<boolean> {
    const found = await driver.query("SELECT id FROM feedback WHERE id IN ($1, $2)", [id, earlierId]);
    return found.length > 0;
  }
}

/** The primary key of a post, and that of an earlier copy. */
interface RowKeys {
  id: string;
  earlierId: string | null;
}

/** Without a text two equal posts may well be two citizens: each gets an id of its own. */
function keysOf({ id, page, comment }: FeedbackRecord, time: number): RowKeys {
  if (id !== undefined) return { id, earlierId: null };
  if (comment === null) return { id: randomUUID(), earlierId: null };
  return noScriptIds(page, comment, time);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

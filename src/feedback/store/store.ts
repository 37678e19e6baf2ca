import { createHash, randomUUID } from "node:crypto";
import type { Answer, FeedbackPost } from "../../shared/feedback-contract.ts";
import { createBoundedRunner, StorageBusyError } from "./bounded-runner.ts";
import { confirmSuspicion } from "./confirm-suspicion.ts";
import type { SuspectReason } from "./confirm-suspicion.ts";
import { noScriptIds } from "./no-script-id.ts";
import { saveStatement } from "./save-statement.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { WRITE_PROBE } from "./write-probe.ts";

const OUTCOMES = ["created", "completed", "same", "conflict"] as const;

/** What became of a post: see `saveStatement`. After `conflict`, nothing was written. */
type SaveOutcome = (typeof OUTCOMES)[number];

/** What became of a post, and why it is kept apart, if it is. */
export interface Saved {
  outcome: SaveOutcome;
  suspicion: SuspectReason | undefined;
}

/**
 * A post whose comment is masked, without the honeypot: this is what the store takes. If it has no
 * `id`, the store makes one.
 */
export interface MaskedPost extends Omit<FeedbackPost, "id" | "answer" | "comment" | "sito_web"> {
  id?: string | undefined;
  answer: Answer | null;
  comment: string | null;
}

/** A citizen gets an answer within three seconds, whatever happens to the database. */
const DEADLINE_MS = 2_800;

/** How many saves may wait at once: what the slowest database does in half a second. */
const MAX_PENDING_SAVES = 500;

/** One that hangs and one that finds out whether it still does. */
const MAX_PENDING_CHECKS = 2;

/** How long a failed write speaks against storage if no later one succeeds. */
const FAILURE_STANDS_MS = 60_000;

/**
 * Where feedback is kept. Every method rejects if the database refuses, or does not answer in time.
 */
export interface FeedbackStore {
  /**
   * Stores a post, apart from the others if it is suspect. Resolves after the commit. It is suspect
   * too if `maxEqual` other posts with its text have counted in the last hour. A post that counts
   * already is no part of a flood: its second step completes it where it is.
   */
  save(post: MaskedPost, suspicion?: SuspectReason, maxEqual?: number): Promise<Saved>;
  /** True if `save` would reject at once, because too many posts are waiting. */
  isFull(): boolean;
  /**
   * Resolves if posts can be stored: if one could be written now, and the last one that came was
   * written too.
   */
  check(): Promise<void>;
}

/**
 * @param now the clock, in milliseconds since the epoch
 * @param maxPending how many saves may wait at once
 */
export function createFeedbackStore(
  driver: SqlDriver,
  now: () => number = Date.now,
  maxPending = MAX_PENDING_SAVES,
): FeedbackStore {
  const saves = createBoundedRunner({ deadlineMs: DEADLINE_MS, maxPending });
  const checks = createBoundedRunner({ deadlineMs: DEADLINE_MS, maxPending: MAX_PENDING_CHECKS });
  let failure: { error: unknown; time: number } | undefined;
  return {
    async save(post, suspicion, maxEqual = Infinity) {
      if (saves.isFull()) throw new StorageBusyError();
      try {
        const saved = await saves.run(() => save(post, suspicion, maxEqual));
        failure = undefined;
        return saved;
      } catch (error) {
        failure = { error, time: now() };
        throw error;
      }
    },
    isFull: saves.isFull,
    check: () =>
      checks.run(async () => {
        await driver.query(WRITE_PROBE, []);
        // The clock may have been set back.
        if (failure && Math.abs(now() - failure.time) < FAILURE_STANDS_MS) throw failure.error;
      }),
  };

  async function save(
    post: MaskedPost,
    suspected: SuspectReason | undefined,
    maxEqual: number,
  ): Promise<Saved> {
    const keys = keysOf(post, now());
    const { page, lang, rating, answer, comment, formVersion, pageRevision } = post;
    const digest = comment === null ? null : sha256(comment);
    const traces = { ...keys, digest, maxEqual };
    const { suspicion, isCounted } = await confirmSuspicion(driver, suspected, traces);
    const said = [page, lang, rating, answer, comment, digest, formVersion, pageRevision];
    const params = [keys.id, keys.earlierId, ...said, ...(suspicion ? [suspicion] : [])];
    const table = suspicion ? "feedback_suspect" : "feedback";
    const [row] = await driver.query(saveStatement({ table, hasComment: comment !== null }), params);
    const outcome = OUTCOMES.find((known) => known === row?.["outcome"]);
    if (!outcome) throw new Error("The save statement returned no outcome");
    // The sender of a second step must not learn that it is kept apart from the first.
    const isSecondStep = suspicion && isCounted && outcome === "created";
    return { outcome: isSecondStep ? "completed" : outcome, suspicion };
  }
}

/** The primary key of a post, and the key that an earlier copy of it would have. */
interface RowKeys {
  id: string;
  earlierId: string | null;
}

/** Two equal posts without a comment may come from two citizens, so each gets its own id. */
function keysOf({ id, comment, ...said }: MaskedPost, time: number): RowKeys {
  if (id !== undefined) return { id, earlierId: null };
  if (comment === null) return { id: randomUUID(), earlierId: null };
  return noScriptIds({ ...said, comment }, time);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

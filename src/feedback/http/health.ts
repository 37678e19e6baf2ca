import { describeError } from "../logger.ts";
import type { Logger } from "../logger.ts";
import type { FeedbackStore } from "../store/store.ts";

/** How long an answer stands, in milliseconds, for all who ask meanwhile. */
const STANDS_MS = 1_000;

/**
 * Makes a function that says whether posts can be stored. Storage is asked once a second at most,
 * however many ask, so that a flood of questions changes neither the answer nor the load.
 * @param now the clock, in milliseconds
 */
export function createHealthCheck(
  store: Pick<FeedbackStore, "check">,
  logger: Logger,
  now: () => number = Date.now,
): () => Promise<boolean> {
  let asked = -Infinity;
  let answer: Promise<boolean> | undefined;
  return () => {
    const time = now();
    if (answer && Math.abs(time - asked) < STANDS_MS) return answer;
    asked = time;
    answer = store.check().then(
      () => true,
      (error: unknown) => {
        logger.error({ event: "health", outcome: "unavailable", error: describeError(error) });
        return false;
      },
    );
    return answer;
  };
}

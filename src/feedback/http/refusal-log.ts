import { describeError } from "../logger.ts";
import type { Logger } from "../logger.ts";
import type { ProblemCode, Refusal } from "./refusal.ts";

/** One line in this time for each code, so that a stranger cannot fill the disk with refusals. */
const EVERY_MS = 1_000;

/** Refusals with one code that are told in one line. */
interface Refusals {
  count: number;
  last: Refusal;
  /** Field and code of what was wrong in any of them. */
  errors: Set<string>;
}

/**
 * Makes a function that counts refusals and tells them to the log. The first with its code is told
 * at once, and those of the following second together when it is over.
 */
export function createRefusalLog(logger: Logger): (refusal: Refusal) => void {
  /** What is still to be told, by the codes that were told less than a second ago. */
  const untold = new Map<ProblemCode, Refusals | undefined>();

  return (refusal) => {
    const { code } = refusal;
    const refusals = added(untold.get(code), refusal);
    if (untold.has(code)) untold.set(code, refusals);
    else tell(refusals);
  };

  function tell({ count, last: { code, status, cause }, errors }: Refusals): void {
    const line = { event: "feedback", outcome: "refused", code, status, count };
    if (code === "unavailable") logger.error({ ...line, error: describeError(cause) });
    else logger.info({ ...line, errors: [...errors] });
    untold.set(code, undefined);
    setTimeout(() => {
      const refusals = untold.get(code);
      untold.delete(code);
      if (refusals) tell(refusals);
    }, EVERY_MS);
  }
}

function added(refusals: Refusals | undefined, last: Refusal): Refusals {
  const { count = 0, errors = new Set<string>() } = refusals ?? {};
  for (const { field, code } of last.errors) errors.add(`${field ?? "*"}:${code}`);
  return { count: count + 1, last, errors };
}

import { OperatorError } from "./operator-error.ts";
import type { RateLimits } from "./rate-limit.ts";

/** How much the handler takes before it refuses, or keeps apart. */
export interface FeedbackLimits {
  /** Seconds that the headers of a request, and then the body of a post, may take to arrive. */
  requestSeconds: number;
  rate: RateLimits;
  /** Posts on one page in ten minutes that are no flood; 0 switches the detector off. */
  floodPosts: number;
}

/** The environment variables that change the limits. */
export interface LimitsEnvironment {
  REQUEST_SECONDS?: string | undefined;
  FEEDBACK_RATE_BURST?: string | undefined;
  FEEDBACK_RATE_PER_MINUTE?: string | undefined;
  FEEDBACK_FLOOD_POSTS?: string | undefined;
}

/**
 * Forty people in ten minutes, behind one address and on one page, each with a rating and a completion: the
 * eighty posts that no limit may touch. The defaults leave room above it, and no setting goes below it.
 */
const HONEST_BURST = 80;

/** @throws OperatorError when a variable is out of its bounds */
export function readLimits(env: LimitsEnvironment = {}): FeedbackLimits {
  const { REQUEST_SECONDS, FEEDBACK_RATE_BURST, FEEDBACK_RATE_PER_MINUTE, FEEDBACK_FLOOD_POSTS } = env;
  return {
    requestSeconds: bounded({ REQUEST_SECONDS }, { standard: 10, from: 1, to: 60 }),
    rate: {
      burst: bounded(
        { FEEDBACK_RATE_BURST },
        { standard: 120, from: HONEST_BURST, to: 10_000, orZero: true },
      ),
      perMinute: bounded({ FEEDBACK_RATE_PER_MINUTE }, { standard: 12, from: 1, to: 1_000 }),
    },
    floodPosts: bounded(
      { FEEDBACK_FLOOD_POSTS },
      { standard: 200, from: HONEST_BURST, to: 10_000, orZero: true },
    ),
  };
}

interface Bounds {
  standard: number;
  from: number;
  to: number;
  /** Whether 0 is allowed below the bounds, to switch a limit off. */
  orZero?: boolean;
}

function bounded(
  variable: Partial<Record<keyof LimitsEnvironment, string | undefined>>,
  { standard, from, to, orZero = false }: Bounds,
): number {
  const [[name, text] = ["", undefined]] = Object.entries(variable);
  if (text === undefined || text === "") return standard;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if ((value >= from && value <= to) || (orZero && value === 0)) return value;
  const off = orZero ? ", or 0 to switch the limit off" : "";
  throw new OperatorError(`${name} is "${text}": it must be a whole number from ${from} to ${to}${off}.`);
}

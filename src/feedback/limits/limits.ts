import { OperatorError } from "../../shared/operator-error.ts";
import type { RateLimits } from "./rate-limit.ts";

/** How much one process of the handler takes before it refuses, or keeps apart. */
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
  /** How many processes take posts for one site. */
  FEEDBACK_PROCESSES?: string | undefined;
}

/**
 * Forty people in ten minutes, behind one address and on one page, each with a rating and a completion: the
 * eighty posts that no limit may touch. The defaults leave room above it, and no setting goes below it.
 */
const HONEST_BURST = 80;

/**
 * The limits are the site's; each of several processes counts by itself and knows nothing of the others. Two shares
 * each are a sound middle: together they let no more than twice the limit pass, however a balancer spreads posts, and
 * one that is sent all of a sender's posts still lets the honest burst pass.
 */
const SHARES = 2;

/**
 * Reads the limits of one process.
 * @throws OperatorError when a variable is out of its bounds
 */
export function readLimits(env: LimitsEnvironment = {}): FeedbackLimits {
  const { REQUEST_SECONDS, FEEDBACK_RATE_BURST, FEEDBACK_RATE_PER_MINUTE, FEEDBACK_FLOOD_POSTS } = env;
  const { FEEDBACK_PROCESSES } = env;
  const processes = bounded({ FEEDBACK_PROCESSES }, { standard: 1, from: 1, to: 16 });
  const shareOf = (limit: number) => Math.min(limit, (SHARES * limit) / processes);
  const least = Math.max(HONEST_BURST, (HONEST_BURST * processes) / SHARES);
  const burst = bounded(
    { FEEDBACK_RATE_BURST },
    { standard: Math.max(120, least), from: least, to: 10_000, orZero: true },
  );
  const floodPosts = bounded(
    { FEEDBACK_FLOOD_POSTS },
    { standard: Math.max(200, least), from: least, to: 10_000, orZero: true },
  );
  const perMinute = bounded({ FEEDBACK_RATE_PER_MINUTE }, { standard: 12, from: 1, to: 1_000 });
  return {
    requestSeconds: bounded({ REQUEST_SECONDS }, { standard: 10, from: 1, to: 60 }),
    rate: { burst: Math.floor(shareOf(burst)), perMinute: shareOf(perMinute) },
    floodPosts: Math.floor(shareOf(floodPosts)),
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

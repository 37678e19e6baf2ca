import { OperatorError } from "../../shared/operator-error.ts";
import type { RateLimits } from "./rate-limit.ts";

/** How many posts one process accepts before it refuses them or keeps them apart. */
export interface FeedbackLimits {
  /** Seconds for the headers of a request to arrive, and again for the body of a post. */
  requestSeconds: number;
  rate: RateLimits;
  /** How many posts on one page in ten minutes are no flood. 0 switches the detector off. */
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
 * Forty people on one page in ten minutes, behind one address, each with a rating and a completion:
 * no limit may stop these eighty posts. The defaults are higher, and no setting can be lower.
 */
const HONEST_BURST = 80;

/**
 * The limits apply to the site, but each process counts by itself and knows nothing of the others.
 * Two shares for each process are a sound compromise. Together they let through at most twice the
 * limit, however a balancer spreads the posts. And if one process gets all the posts of a sender,
 * the honest burst still passes.
 */
const SHARES = 2;

/**
 * Reads the limits of one process.
 * @throws OperatorError if a variable is out of bounds
 */
export function readLimits(env: LimitsEnvironment = {}): FeedbackLimits {
  const { REQUEST_SECONDS, FEEDBACK_RATE_BURST, FEEDBACK_RATE_PER_MINUTE, FEEDBACK_FLOOD_POSTS } = env;
  const { FEEDBACK_PROCESSES } = env;
  const processes = bounded({ FEEDBACK_PROCESSES }, { fallback: 1, min: 1, max: 16 });
  const shareOf = (limit: number) => Math.min(limit, (SHARES * limit) / processes);
  const lowest = Math.max(HONEST_BURST, (HONEST_BURST * processes) / SHARES);
  const burst = bounded(
    { FEEDBACK_RATE_BURST },
    { fallback: Math.max(120, lowest), min: lowest, max: 10_000, allowsZero: true },
  );
  const floodPosts = bounded(
    { FEEDBACK_FLOOD_POSTS },
    { fallback: Math.max(200, lowest), min: lowest, max: 10_000, allowsZero: true },
  );
  const perMinute = bounded({ FEEDBACK_RATE_PER_MINUTE }, { fallback: 12, min: 1, max: 1_000 });
  return {
    requestSeconds: bounded({ REQUEST_SECONDS }, { fallback: 10, min: 1, max: 60 }),
    rate: { burst: Math.floor(shareOf(burst)), perMinute: shareOf(perMinute) },
    floodPosts: Math.floor(shareOf(floodPosts)),
  };
}

interface Bounds {
  fallback: number;
  min: number;
  max: number;
  /** True if 0 is also allowed, to switch the limit off. */
  allowsZero?: boolean;
}

function bounded(
  variable: Partial<Record<keyof LimitsEnvironment, string | undefined>>,
  { fallback, min, max, allowsZero = false }: Bounds,
): number {
  const [[name, text] = ["", undefined]] = Object.entries(variable);
  if (text === undefined || text === "") return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if ((value >= min && value <= max) || (allowsZero && value === 0)) return value;
  const off = allowsZero ? ", or 0 to switch the limit off" : "";
  throw new OperatorError(`${name} is "${text}": it must be a whole number from ${min} to ${max}${off}.`);
}

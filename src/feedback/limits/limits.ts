import { bounded } from "../../shared/bounded.ts";
import type { Bounds } from "../../shared/bounded.ts";
import type { RateLimits } from "./rate-limit.ts";
import type { VoteLimitSettings } from "./vote-limits.ts";

/** How many posts one process accepts before it refuses them or keeps them apart. */
export interface FeedbackLimits {
  /** Seconds for the headers of a request to arrive, and again for the body of a post. */
  requestSeconds: number;
  rate: RateLimits;
  votes: VoteLimitSettings;
}

/** The environment variables that change the limits. */
export interface LimitsEnvironment {
  REQUEST_SECONDS?: string | undefined;
  FEEDBACK_RATE_BURST?: string | undefined;
  FEEDBACK_RATE_PER_MINUTE?: string | undefined;
  FEEDBACK_SENDER_VOTES?: string | undefined;
  FEEDBACK_EQUAL_TEXTS?: string | undefined;
  /** How many processes take posts for one site. */
  FEEDBACK_PROCESSES?: string | undefined;
}

/**
 * Forty people on one page in ten minutes, behind one address, each with a rating and a completion:
 * no limit may stop these eighty posts, or set one of these forty votes apart. The defaults are
 * higher, and no setting can be lower.
 */
const HONEST_BURST = 80;
const HONEST_VOTES = 40;

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
  const { REQUEST_SECONDS, FEEDBACK_RATE_BURST, FEEDBACK_RATE_PER_MINUTE } = env;
  const { FEEDBACK_SENDER_VOTES, FEEDBACK_EQUAL_TEXTS, FEEDBACK_PROCESSES } = env;
  const processes = bounded({ FEEDBACK_PROCESSES }, { fallback: 1, min: 1, max: 16 });
  const shareOf = (limit: number) => Math.min(limit, (SHARES * limit) / processes);
  const atLeast = (honest: number, usual: number): Bounds => {
    const min = Math.max(honest, (honest * processes) / SHARES);
    return { fallback: Math.max(usual, min), min, max: 10_000, allowsZero: true };
  };
  const burst = bounded({ FEEDBACK_RATE_BURST }, atLeast(HONEST_BURST, 120));
  const perMinute = bounded({ FEEDBACK_RATE_PER_MINUTE }, { fallback: 12, min: 1, max: 1_000 });
  const senderVotes = bounded({ FEEDBACK_SENDER_VOTES }, atLeast(HONEST_VOTES, 60));
  return {
    requestSeconds: bounded({ REQUEST_SECONDS }, { fallback: 10, min: 1, max: 60 }),
    rate: { burst: Math.floor(shareOf(burst)), perMinute: shareOf(perMinute) },
    votes: {
      senderVotes: Math.floor(shareOf(senderVotes)),
      // No share of it: the processes find each other's texts in the database.
      equalTexts: bounded({ FEEDBACK_EQUAL_TEXTS }, { fallback: 3, min: 1, max: 10_000, allowsZero: true }),
    },
  };
}

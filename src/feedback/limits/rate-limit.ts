import { createShortMemory, steadyClock } from "./short-memory.ts";

const DAY_MS = 86_400_000;

/** These take about 2 MB at most. */
const MAX_SENDERS = 10_000;

/** Counts one post of a sender. Returns 0 if it may pass, or else the seconds to wait. */
export type RateLimiter = (sender: string) => number;

/**
 * A token bucket. It lets `burst` posts pass at once, and refills by `perMinute` posts a minute. If
 * `burst` is 0, there is no limit.
 */
export interface RateLimits {
  burst: number;
  perMinute: number;
}

/**
 * Limits the posts of one sender, in this process's memory only. A sender is forgotten when its
 * bucket is full again, a day after its last post at the latest. Beyond `maxSenders`, the sender
 * that has been silent longest is forgotten.
 *
 * This is our own code because the maintained limiters for Node (rate-limiter-flexible,
 * express-rate-limit, hono-rate-limiter) count in fixed windows. The memory bound and its end
 * would take more code around them than the bucket itself.
 *
 * A bucket is stored as one number, the time at which it will be full again (the
 * generic cell rate algorithm).
 * @see https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
export function createRateLimiter(
  { burst, perMinute }: RateLimits,
  now = steadyClock,
  maxSenders = MAX_SENDERS,
): RateLimiter {
  if (burst === 0) return () => 0;
  const tokenMs = 60_000 / perMinute;
  const fullAt = createShortMemory<number>(Math.min(burst * tokenMs, DAY_MS), maxSenders, now);
  return (sender) => {
    const time = now();
    const before = Math.max(fullAt.get(sender) ?? time, time);
    const excessMs = before + tokenMs - time - burst * tokenMs;
    fullAt.set(sender, excessMs > 0 ? before : before + tokenMs);
    return excessMs > 0 ? Math.ceil(excessMs / 1_000) : 0;
  };
}

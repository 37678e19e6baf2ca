import { createHmac, randomBytes } from "node:crypto";
import { networkOf } from "./client-address.ts";

const DAY_MS = 86_400_000;

/** These take about 2 MB at most. */
const MAX_SENDERS = 10_000;

/** Senders without a readable address share one bucket. */
const UNKNOWN_SENDER = "";

/** Counts one post from an address. Returns 0 if it may pass, or else the seconds to wait. */
export type RateLimiter = (address: string | undefined) => number;

/**
 * A token bucket. It lets `burst` posts pass at once, and refills by `perMinute` posts a minute. If
 * `burst` is 0, there is no limit.
 */
export interface RateLimits {
  burst: number;
  perMinute: number;
}

/**
 * Limits the posts of one sender, in this process's memory only. Addresses are kept as an HMAC. Its
 * random key is thrown away every day (UTC), together with all the buckets, so that even a memory
 * dump of tomorrow cannot tell who wrote today. Beyond `maxSenders`, the sender that has been
 * silent longest is forgotten.
 *
 * This is our own code because the maintained limiters for Node (rate-limiter-flexible,
 * express-rate-limit, hono-rate-limiter) count in fixed windows and keep the key as it
 * is given. Hashed keys, the daily end and the memory bound would take more code around
 * them than the bucket itself.
 *
 * A bucket is stored as one number, the time at which it will be full again (the
 * generic cell rate algorithm).
 * @param now the clock, in milliseconds since the epoch
 * @see https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
export function createRateLimiter(
  { burst, perMinute }: RateLimits,
  now: () => number = Date.now,
  maxSenders = MAX_SENDERS,
): RateLimiter {
  if (burst === 0) return () => 0;
  const tokenMs = 60_000 / perMinute;
  /** In the order of the last post, oldest first. */
  const fullAt = new Map<string, number>();
  let day = Number.NaN;
  let key = randomBytes(32);

  return (address) => {
    const time = now();
    const today = Math.floor(time / DAY_MS);
    if (today !== day) {
      day = today;
      key = randomBytes(32);
      fullAt.clear();
    }
    const sender = createHmac("sha256", key)
      .update(networkOf(address) ?? UNKNOWN_SENDER)
      .digest("base64");
    const before = Math.max(fullAt.get(sender) ?? time, time);
    const excessMs = before + tokenMs - time - burst * tokenMs;
    fullAt.delete(sender);
    fullAt.set(sender, excessMs > 0 ? before : before + tokenMs);
    forgetOldest();
    return excessMs > 0 ? Math.ceil(excessMs / 1_000) : 0;
  };

  function forgetOldest(): void {
    const [oldest] = fullAt.keys();
    if (fullAt.size > maxSenders && oldest !== undefined) fullAt.delete(oldest);
  }
}

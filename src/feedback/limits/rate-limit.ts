import { createHmac, randomBytes } from "node:crypto";
import { networkOf } from "./client-address.ts";

const DAY_MS = 86_400_000;

/** About 2 MB at the most. */
const MAX_SENDERS = 10_000;

/** Those without a readable address share one bucket. */
const NOBODY = "";

/** Takes one post from an address: 0 when it may pass, else the seconds after which one will. */
export type RateLimiter = (address: string | undefined) => number;

/** A token bucket: `burst` posts at once (0 switches it off), filled again by `perMinute`. */
export interface RateLimits {
  burst: number;
  perMinute: number;
}

/**
 * Limits the posts of one sender, in this process's memory only. Addresses are used through an HMAC whose
 * random key is thrown away each day (UTC) with all that it named: not even a memory dump of tomorrow tells
 * who wrote today. Beyond `maxSenders` the sender not heard for longest is forgotten.
 *
 * Own code, because the maintained limiters for Node (rate-limiter-flexible, express-rate-limit,
 * hono-rate-limiter) count in fixed windows and keep the key as it is given: what is left to write around
 * them (keyed names, a daily end, a bound on memory) is longer than the bucket.
 *
 * A bucket is kept as one number, the time at which it will be full again (the generic cell rate algorithm).
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
      .update(networkOf(address) ?? NOBODY)
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

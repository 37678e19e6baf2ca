const FIRST_MS = 5000;
const MAX_DELAY_MS = 600_000;

/**
 * When to try again, in milliseconds since the epoch. The delay doubles with each failure, up to
 * ten minutes, and varies from browser to browser. It is never earlier than the server's
 * `Retry-After`, which is a number of seconds or a date.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryTime(retryAfter: string | null, tries: number, now: number, random: number): number {
  const backoff = Math.min(FIRST_MS * 2 ** tries, MAX_DELAY_MS) * (1 - random / 2);
  const requested = retryAfter === null ? NaN : Number(retryAfter) * 1000 + now || Date.parse(retryAfter);
  return Math.max(now + backoff, requested || 0);
}

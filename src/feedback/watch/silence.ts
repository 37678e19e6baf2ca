const HOUR_MS = 3_600_000;

/** With fewer ratings in a year, nobody knows how long a pause is usual. */
const MIN_RATINGS = 20;

/** Nights are never a silence. */
const MIN_SILENCE_MS = 24 * HOUR_MS;

/** How much longer than the longest pause a silence is. */
const TIMES_LONGEST = 1.5;

/** A time without ratings of the whole site, and what is known of the site. */
interface Pause {
  silentMs: number;
  /** The ratings of the last 13 months. */
  ratings: number;
  /** The longest time between one of them and the one before. */
  longestGapMs: number;
}

/**
 * Tells whether a pause is unusual for the site: it lasts more than a day, and half as long again
 * as the longest pause that ended in the last 13 months. Nights, weekends and an August without an
 * office are therefore usual where they were so before; the thirteenth month lets an August end a
 * few days later than the last. A site that is silent for all of August has to be silent for six
 * weeks before this speaks: whether its form works is the probe's question.
 */
export function isSilence({ silentMs, ratings, longestGapMs }: Pause): boolean {
  return ratings >= MIN_RATINGS && silentMs > MIN_SILENCE_MS && silentMs > TIMES_LONGEST * longestGapMs;
}

/** A time in Italian: «36 ore», «5 giorni». */
export function pauseInWords(ms: number): string {
  const hours = Math.round(ms / HOUR_MS);
  return hours < 72 ? `${hours} ${hours === 1 ? "ora" : "ore"}` : `${Math.round(hours / 24)} giorni`;
}

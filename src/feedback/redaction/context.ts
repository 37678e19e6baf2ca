/**
 * Matches keywords and the small words that lead from them to a number: "cell. (il mio è il n. …".
 */
export function after(keywords: string): string {
  const link =
    "e|is|este?|al|allo|il|lo|la|del|della|di|mio|mia|suo|sua|casa|figli[oa]|marito|moglie|madre|padre|fisso|italian[oa]|ester[oa]|guida|numero|number|num|nr?|no";
  return `(?:^|[^a-z])(?:${keywords})[^a-z0-9]{0,4}(?:(?:${link})[^a-z0-9]{1,3}){0,4}`;
}

/** What people write between the digits of a number that context makes certain. */
export const WIDE_GAP = "[ .,:;*_/~\\\\¦()…-]{0,4}";

/** Digits, with the letters that people type for them: O for 0, I and l for 1, B for 8. */
export const DIGIT_LIKE = "[\\doilb]";

/**
 * Words that make "la 104 ha" or "ad 150 km" look like a plate, and "ci 50053 fi"
 * like an identity card.
 */
const SMALL_WORDS = "a[dl]|c[eim]|d[aei]|e[dx]|f[ai]|gg|h[ah]|k[gm]|l[ae]|m[aeglmt]|ne|re|s[ae]|te|v[ae]";
const AT_BOTH_ENDS = new RegExp(`^(?:${SMALL_WORDS})[^a-z].*[^a-z](?:${SMALL_WORDS})$`, "i");

/** True for capitals in a text that is not all capitals: this is a code, not words. */
export function standsOut(candidate: string, text: string): boolean {
  return candidate === candidate.toUpperCase() && /[a-z]/.test(text);
}

/**
 * True if the pairs of letters around a number belong to a code, and are not small
 * words beside a number.
 */
export function isCodeBetweenWords(candidate: string, text: string): boolean {
  return standsOut(candidate, text) || !AT_BOTH_ENDS.test(candidate);
}

/** Counts the digits of a candidate. */
export function digits(candidate: string): number {
  return candidate.replace(/\D/g, "").length;
}

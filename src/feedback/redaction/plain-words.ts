/** Words that make "la 104 ha" or "ad 150 km" look like a plate, and "ci 50053 fi" like an identity card. */
const SMALL_WORDS = "a[dl]|c[eim]|d[aei]|e[dx]|f[ai]|gg|h[ah]|k[gm]|l[ae]|m[aeglmt]|ne|re|s[ae]|te|v[ae]";
const AT_BOTH_ENDS = new RegExp(`^(?:${SMALL_WORDS})[^a-z].*[^a-z](?:${SMALL_WORDS})$`, "i");

/** Capitals in a text that is not all capitals: a code, not words. */
export function standsOut(body: string, text: string): boolean {
  return body === body.toUpperCase() && /[a-z]/.test(text);
}

/** Whether pairs of letters around a number are a code's, and not small words beside a number. */
export function isCodeBetweenWords(body: string, text: string): boolean {
  return standsOut(body, text) || !AT_BOTH_ENDS.test(body);
}

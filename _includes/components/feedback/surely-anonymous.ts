/** Digits, @, the invisible, "chiocciola", "at" in brackets, and whatever is as long as a codice fiscale in letters. */
const SUSPICIOUS = /[\p{N}\p{C}@]|chiocciola|\Wat\W|\S{15}/iu;

/**
 * Whether masking would surely leave a comment as it is, so that it may be kept although the masking has not loaded:
 * a citizen whose network went before touching the form. Errs on the side of yes, it might hold personal data.
 */
export function isSurelyAnonymous(comment: string): boolean {
  return !SUSPICIOUS.test(comment.normalize("NFKC"));
}

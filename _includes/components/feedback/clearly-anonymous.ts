/**
 * Digits, @, invisible characters, "chiocciola", "at" in brackets, and any word as
 * long as a codice fiscale.
 */
const SUSPICIOUS = /[\p{N}\p{C}@]|chiocciola|\Wat\W|\S{15}/iu;

/**
 * True if masking would certainly leave the comment as it is. It may then be kept even if the code
 * for masking has not loaded, because the network failed before the citizen touched the form. In
 * doubt, it returns false.
 */
export function isClearlyAnonymous(comment: string): boolean {
  return !SUSPICIOUS.test(comment.normalize("NFKC"));
}

/** A kind of personal data, named by the text that replaces it. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

/**
 * No placeholder is longer than the shortest text of its kind. Masking therefore never makes a
 * comment longer, and no limit of length can cut a placeholder off.
 */
export const PLACEHOLDERS = [
  "[cod. fiscale]",
  "[mail]",
  "[tel.]",
  "[IBAN]",
  "[carta]",
  "[P. IVA]",
  "[targa]",
  "[doc.]",
  "[ISEE]",
  "[nick]",
] as const;

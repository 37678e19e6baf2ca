/** A kind of personal data, named by what stands in its place. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

/**
 * No placeholder is longer than the shortest text of its kind, so that masking never makes a comment longer: no mask
 * is ever cut off by a length limit.
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
] as const;

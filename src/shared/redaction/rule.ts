import type { Placeholder } from "./placeholders.ts";

/** One way in which personal data is written. */
export interface Rule {
  placeholder: Placeholder;
  /**
   * It has two groups: the context, which is kept, and then what is masked. It is global, so that a
   * search can start at any index.
   */
  pattern: RegExp;
  /** A condition on the masked group that the pattern cannot express. */
  accepts?: Accepts | undefined;
}

/**
 * Decides whether a match is personal data.
 * @param candidate the masked group, folded
 * @param text the whole folded text
 */
export type Accepts = (candidate: string, text: string) => boolean;

/**
 * Makes a rule. Patterns have no lookbehind: a browser that does not know it could
 * not run any of the script.
 */
export function rule(placeholder: Placeholder, before: string, masked: string, accepts?: Accepts): Rule {
  return { placeholder, pattern: new RegExp(`(${before})(${masked})`, "gi"), accepts };
}

export const WORD_START = "^|[^a-z0-9]";
export const WORD_END = "(?![a-z0-9])";
export const NUMBER_START = "^|\\D";
export const NUMBER_END = "(?!\\d)";

/** What people write between the digits of a number. */
export const GAP = "[ ._/()-]{0,3}";

/** What people write between the groups of a code of letters and digits. */
export const CODE_GAP = "[ .,:*_/-]{0,3}";

/** Matches that many more digits, with or without gaps. */
export function moreDigits(count: string, gap = GAP): string {
  return `(?:${gap}\\d){${count}}`;
}

/** Matches Italy's prefix, if it is there. */
export function italy(gap = GAP): string {
  return `(?:(?:(?:\\+|00) ?)?39${gap})?`;
}

/**
 * The first digits of an Italian mobile number. They are not those of one if they are Italy's
 * prefix ("39 055…", "39 3 3 3…").
 */
export const MOBILE = "3(?!9[ (./-]+[03])[2-9]";

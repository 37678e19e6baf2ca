import type { Placeholder } from "./placeholders.ts";

/** One way in which personal data is written. */
export interface Rule {
  placeholder: Placeholder;
  /** Two groups: what must come before and stays, then what is masked. Global, to search from any index. */
  pattern: RegExp;
  /** What a pattern cannot say of the masked group. */
  accepts?: Accepts | undefined;
}

/** @param body the candidate, folded; @param text the folded text around it */
export type Accepts = (body: string, text: string) => boolean;

/** Without lookbehind: a browser that cannot read it would lose the whole script. */
export function rule(placeholder: Placeholder, before: string, body: string, accepts?: Accepts): Rule {
  return { placeholder, pattern: new RegExp(`(${before})(${body})`, "gi"), accepts };
}

export const WORD_START = "^|[^a-z0-9]";
export const WORD_END = "(?![a-z0-9])";
export const NUMBER_START = "^|\\D";
export const NUMBER_END = "(?!\\d)";

/** What people put between the digits of a number. */
export const GAP = "[ ._/()-]{0,3}";

/** That many more digits, with or without gaps. */
export function moreDigits(count: string): string {
  return `(?:${GAP}\\d){${count}}`;
}

/** The prefix of Italy, and the first digits of an Italian mobile number, unless they are that prefix ("39 055…", "39 3 3 3…"). */
export const ITALY = `(?:(?:(?:\\+|00) ?)?39${GAP})?`;
export const MOBILE = "3(?!9[ ./-]+[03])[2-9]";

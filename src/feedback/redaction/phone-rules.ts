import {
  GAP,
  italy,
  MOBILE,
  moreDigits,
  NUMBER_END,
  NUMBER_START,
  rule,
  WORD_END,
} from "../../shared/redaction/rule.ts";
import type { Rule } from "../../shared/redaction/rule.ts";
import { after, DIGIT_LIKE, digits, WIDE_GAP } from "./context.ts";

const BRACKET = "(?:\\((?=\\+? ?\\d+\\)))?";
/** A long number right after a phone number is another phone number, whatever its prefix. */
const PHONE_END = `${NUMBER_END}(?:${GAP}\\d{6,}${NUMBER_END})*`;
/** The zeros of "ore 15.00" are not a prefix. */
const PREFIX_START = "^[.,:]?|[^\\d.,:]|\\D[.,:]";
/** What follows a digit and a dot is the end of a version or of an amount. */
const LANDLINE_START = `(?:${NUMBER_START})(?<!\\d[.,])`;
/**
 * Excludes toll-free, shared-cost, emergency and other public numbers, which are never a person's.
 */
const NOT_PUBLIC = "(?!80[03]|84\\d|89\\d|199|1\\d\\d)";
const AFTER_WORD = after(
  "(?:tel|cell|richiam|chiam|llam|contatt|whats?app|wa)[a-z]*|(?:mio|suo|il) (?:numero|n[ro]?)|fax|phone|call|mobile",
);
const DIGIT_GROUP = `(?:[oilb]{0,9}\\d${DIGIT_LIKE}*|o{2,9})`;

/** Commas and colons stand between items of a list, unless an area code comes first. */
const notAList = (candidate: string) => !/^(?!0[26])\d\d?[,:;*]/.test(candidate);

/** Phone numbers in a text in which harmless numbers are covered. */
export const PHONE_RULES: readonly Rule[] = [
  rule(
    "[tel.]",
    NUMBER_START,
    `${BRACKET}${italy(WIDE_GAP)}(?:${MOBILE}${moreDigits("7,8", WIDE_GAP)}|3(?: \\d){8,9})${PHONE_END}`,
    notAList,
  ),
  rule(
    "[tel.]",
    PREFIX_START,
    `${BRACKET}(?:\\+|00) ?(?!3${GAP}9)[1-9]${moreDigits("6,14", WIDE_GAP)}${PHONE_END}`,
  ),
  rule(
    "[tel.]",
    LANDLINE_START,
    `${BRACKET}${italy(WIDE_GAP)}0${GAP}[1-9]${moreDigits("6,9", WIDE_GAP)}${PHONE_END}`,
    notAList,
  ),
  rule(
    "[tel.]",
    PREFIX_START,
    `${BRACKET}(?:\\+|00) ?39${WIDE_GAP}[03]${moreDigits("5,11", WIDE_GAP)}${PHONE_END}`,
  ),
  rule("[tel.]", AFTER_WORD, `${NOT_PUBLIC}\\d${moreDigits("5,14", WIDE_GAP)}${PHONE_END}`, notAList),
  // Groups are always separated here: without that, a long run could be split in very many ways.
  rule(
    "[tel.]",
    AFTER_WORD,
    `${DIGIT_GROUP}(?:[ ._/()-]{1,3}${DIGIT_GROUP}){0,5}${WORD_END}`,
    (candidate) => digits(candidate) > 4 && candidate.length > 7,
  ),
];

import { detect, firstMatch } from "../../shared/redaction/detect.ts";
import { RULES } from "../../shared/redaction/rules.ts";

/** Where something is written in a text, and what it is. */
export interface Written {
  text: string;
  start: number;
}

const END = String.raw`(?<![.,;:!?)\]])`;
const WEB = String.raw`(?:https?:\/\/|www\.)[^\s«»"<>]+${END}`;
const MAIL = String.raw`[^\s@«»"<>()]+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+`;
/** A host without anything before it. Other endings could be words after a missing space. */
const HOST = String.raw`(?<![\p{L}\p{N}.\-])(?:[\p{L}\p{N}\-]+\.)+(?:com|edu|eu|gov|info|it|net|org)(?:\/[^\s«»"<>]*${END})?(?![\p{L}\p{N}])`;
const ADDRESS = new RegExp(`${WEB}|${MAIL}|${HOST}`, "gu");

/** Every address has it, and few texts do. To look for this first costs a tenth. */
const INSIDE_ADDRESS = /\S[@.:]\S/;

/** The web and e-mail addresses in a text. */
export function writtenAddresses(text: string): Written[] {
  if (!INSIDE_ADDRESS.test(text)) return [];
  return Array.from(text.matchAll(ADDRESS), ({ 0: found, index }) => ({ text: found, start: index }));
}

const TAX_CODE = RULES.filter(({ placeholder }) => placeholder === "[cod. fiscale]");

/**
 * The tax codes (codici fiscali) in a text. Each identifies a person. Editors write their digits as
 * digits, and texts without any need no search.
 */
export function writtenTaxCodes(text: string): Written[] {
  if (!/\d/.test(text)) return [];
  return detect(text, (part) => firstMatch(TAX_CODE, part)).map(({ start, end }) => ({
    text: text.slice(start, end),
    start,
  }));
}

import type { Glossary } from "../schemas/glossary.ts";

/** Letters of scripts that put no space between words: there a form is found anywhere in a text. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}`;
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "v");
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`, "v");
/** What a word of the other scripts goes on with, vowel signs as in Bengali and Arabic too. */
const LETTER = String.raw`[[\p{L}\p{M}]--[${UNSPACED}]]`;

/**
 * Makes the function that finds a glossary's terms in a text: their ids in the order of first use, each once.
 * A form is whole words in any case; where two begin at the same place, the longer one is used.
 */
export function createTermFinder(glossary: Glossary): (text: string) => string[] {
  const idOf = new Map(
    Object.entries(glossary).flatMap(([id, { forms }]) => forms.map((form) => [normalize(form), id])),
  );
  if (idOf.size === 0) return () => [];
  const longestFirst = [...idOf.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(formPattern).join("|"), "gv");
  return (text) => {
    const ids = Array.from(normalize(text).matchAll(pattern), ([form]) => idOf.get(form) ?? "");
    return [...new Set(ids)];
  };
}

/** One spelling for what reads the same: composed letters, lower case, one kind of space and of apostrophe. */
function normalize(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").replaceAll("’", "'");
}

function formPattern(form: string): string {
  const before = BEGINS_UNSPACED.test(form) ? "" : `(?<!${LETTER})`;
  const after = ENDS_UNSPACED.test(form) ? "" : `(?!${LETTER})`;
  return before + form.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`) + after;
}

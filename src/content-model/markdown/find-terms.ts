import type { Glossary } from "../schemas/glossary.ts";

/**
 * Letters of scripts without spaces between words. A form in such a script is found anywhere in a
 * text.
 */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}`;
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "v");
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`, "v");
/** What can continue a word in other scripts, including vowel signs as in Bengali and Arabic. */
const LETTER = String.raw`[[\p{L}\p{M}]--[${UNSPACED}]]`;

/**
 * Creates a function that finds a glossary's terms in a text. It returns their ids in the order of
 * first use, without repetition. A form matches whole words in any case. If two forms start at the
 * same place, the longer one is used.
 */
export function createTermFinder(glossary: Glossary): (text: string) => string[] {
  const idOf = new Map(
    Object.entries(glossary).flatMap(([id, { forms }]) => forms.map((form) => [normalize(form), id])),
  );
  if (idOf.size === 0) return () => [];
  const longestFirst = [...idOf.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(formPattern).join("|"), "gv");
  const anyForm = new RegExp(longestFirst.map(literal).join("|"), "v");
  return (text) => {
    const plain = normalize(text);
    // Most texts contain no term, which this test shows much faster than a search.
    if (!anyForm.test(plain)) return [];
    const ids = Array.from(plain.matchAll(pattern), ([form]) => idOf.get(form) ?? "");
    return [...new Set(ids)];
  };
}

/**
 * Makes texts that read alike equal: composed letters, lower case, one kind of space and of
 * apostrophe.
 */
function normalize(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").replaceAll("’", "'");
}

function formPattern(form: string): string {
  const before = BEGINS_UNSPACED.test(form) ? "" : `(?<!${LETTER})`;
  const after = ENDS_UNSPACED.test(form) ? "" : `(?!${LETTER})`;
  return before + literal(form) + after;
}

function literal(form: string): string {
  return form.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

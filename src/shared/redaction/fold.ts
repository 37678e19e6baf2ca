/** A text in the form that the rules search, with a map back to the text as typed. */
export interface FoldedText {
  /** Never longer than the original. */
  text: string;
  /**
   * For each UTF-16 unit of `text`, and for its end, the index at which its
   * character starts in the original.
   */
  offsets: number[];
}

const SPACE = /[\t-\r\p{Z}]/u;
const DIGIT = /\p{Nd}/u;

/**
 * Replaces look-alikes, character by character: compatibility forms (full width, mathematical,
 * circled), the decimal digits of every script, spaces, dashes and dots. It drops accents and
 * invisible characters, and keeps upper and lower case.
 */
export function fold(original: string): FoldedText {
  const offsets: number[] = [];
  let text = "";
  let start = 0;
  for (const character of original) {
    text += foldCharacter(character);
    while (offsets.length < text.length) offsets.push(start);
    start += character.length;
  }
  offsets.push(start);
  offsets[0] = 0;
  return { text, offsets };
}

function foldCharacter(character: string): string {
  // This is nearly every character of a text, and no step below would change it.
  if (/[ -~]/.test(character)) return character;
  const plain = character
    .normalize("NFKD")
    .replace(SPACE, " ")
    .replace(/[\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[\p{Pd}−]/u, "-")
    .replace(/[·•]/, ".")
    .replace(DIGIT, digitValue);
  // A character that stands for several (½, ㎏, ⑳) is kept, because the folded text must not grow.
  return plain.length > character.length ? character : plain;
}

/**
 * Unicode encodes decimal digits in runs from zero to nine. Some runs follow each other directly.
 */
function digitValue(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((codePoint - zero) % 10);
}

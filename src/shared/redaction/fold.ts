/** A text as rules read it, with the way back to the text as typed. */
export interface FoldedText {
  /** Never longer than the original. */
  text: string;
  /** For each UTF-16 unit of `text`, and for its end, the index in the original where its character starts. */
  offsets: number[];
}

const SPACE = /[\t-\r\p{Z}]/u;
const DIGIT = /\p{Nd}/u;

/**
 * Makes look-alikes equal, character by character: compatibility forms (full width, mathematical, circled), decimal
 * digits of every script, spaces, dashes and dots; drops accents and what is invisible. Letter case stays.
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
  // Nearly every character of a text, and no step below changes it.
  if (/[ -~]/.test(character)) return character;
  const plain = character
    .normalize("NFKD")
    .replace(SPACE, " ")
    .replace(/[\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[\p{Pd}−]/u, "-")
    .replace(/[·•]/, ".")
    .replace(DIGIT, digitValue);
  // A character that stands for several (½, ㎏, ⑳) stays itself: the folded text must not grow.
  return plain.length > character.length ? character : plain;
}

/** Unicode encodes decimal digits as runs from zero to nine, some runs one right after the other. */
function digitValue(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((codePoint - zero) % 10);
}

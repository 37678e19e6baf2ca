const ACRONYM = /^(\p{Lu}{2,6})(?!\p{L})/u;
const ROMAN_NUMBER = /^[IVXLCDM]+$/;

/**
 * The acronym that a word is or begins with (`EUPL` in `EUPL-1.2`). Roman numerals
 * are not acronyms.
 */
export function acronymOf(word: string): string | undefined {
  const acronym = ACRONYM.exec(word)?.[1];
  return acronym === undefined || ROMAN_NUMBER.test(acronym) ? undefined : acronym;
}

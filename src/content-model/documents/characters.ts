/** Letters on both sides: no language asks for a no-break space there. */
const STRAY_NO_BREAK_SPACE = /(?<=[\p{L}\p{M}])[\u00A0\u2007\u202F](?=\p{L})/gu;
/** Spaces of a set width, and the separators of lines and paragraphs. */
const ODD_SPACE = /[\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]/g;
/** Soft hyphen, zero-width space, word joiner and byte order mark, which nobody sees. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/**
 * Replaces characters that look like others and that editors did not choose, because a program or
 * keyboard put them there. A no-break space stays where typography wants it, as in French before a
 * colon.
 */
export function foldCharacters(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(ODD_SPACE, " ")
    .replace(STRAY_NO_BREAK_SPACE, " ");
}

/** Characters that no format takes, or that show another text than the one that is there. */
const REFUSED: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[^\P{Cc}\t\n]/u, "un carattere di controllo"],
  [/[\u202A-\u202E\u2066-\u2069]/u, "un comando che cambia il verso del testo"],
  [/\p{Cs}/u, "un carattere a metà"],
  [/\p{Noncharacter_Code_Point}/u, "un codice che non è un carattere"],
  [/\uFFFD/u, "il segno di un carattere perduto"],
  [/\p{Co}/u, "un carattere che altri dispositivi non hanno"],
];

const ANY_REFUSED = new RegExp(REFUSED.map(([{ source }]) => source).join("|"), "u");

/** What is wrong with the first such character of a text, in Italian. */
export function characterError(text: string): string | undefined {
  if (!ANY_REFUSED.test(text)) return undefined;
  const found = REFUSED.flatMap(([pattern, name]) => {
    const match = pattern.exec(text);
    return match ? [{ name, character: match[0], index: match.index }] : [];
  });
  const [first] = found.sort((a, b) => a.index - b.index);
  if (!first) return undefined;
  const code = (first.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const before = text.slice(0, first.index).replace(/\s+/g, " ").trim().slice(-LONGEST_CONTEXT);
  const place = before === "" ? "all'inizio del testo" : `dopo «${before}»`;
  return `carattere non ammesso: ci vogliono solo caratteri che si vedono; qui c'è U+${code}, ${first.name}, ${place}: cancellalo e riscrivi la parola`;
}

const LONGEST_CONTEXT = 30;

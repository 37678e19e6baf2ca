import type { Token } from "markdown-it";
import { quote } from "../problems/wording.ts";

/**
 * What is printed as it stands, because Markdown did not understand it or because it is left over
 * from writing. `expected` says in Italian what should be there.
 */
interface Leftover {
  pattern: RegExp;
  expected: string;
}

const ANYWHERE: readonly Leftover[] = [
  {
    pattern:
      /\*\*|(?<![\p{L}\p{N}*])\*(?=[^\s*])|(?<![\p{L}\p{N}_])_{1,2}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])__/u,
    expected:
      "grassetto scritto male: ci vuole **testo**, senza spazi dentro e con uno spazio o un segno dopo",
  },
  { pattern: /`/, expected: "apice scritto male: ci vuole un apostrofo (')" },
  { pattern: /~~|==\S/, expected: "segno che il sito non conosce: ci vogliono solo parole" },
  { pattern: /<\/?\p{L}/u, expected: "HTML non ammesso: ci vogliono solo testo e Markdown" },
  { pattern: /\[\^|^\^\p{N}+$/u, expected: "nota a piè di pagina: ci vuole la spiegazione nel testo" },
  { pattern: /\\$/, expected: "barra a fine riga: ci vuole una riga vuota per un nuovo paragrafo" },
  {
    pattern: /\bX{3,}\b|\bFIXME\b|\bTBD\b|\bTODO:|[Ll]orem ipsum/,
    expected: "testo da completare: ci vuole il testo vero",
  },
];

const LINE_START: readonly Leftover[] = [
  {
    pattern: /^#{1,6}[^\s#]|^#{1,6}[\u00A0\u2007\u202F]/,
    expected: "titolo scritto male: ci vuole uno spazio normale dopo i cancelletti, come in «## Titolo»",
  },
  {
    pattern: /^\[[ xX]?\](?:\s|$)/,
    expected: "casella da spuntare: ci vuole un elenco semplice, con un trattino e uno spazio",
  },
  { pattern: /^:{3}/, expected: "riquadro che il sito non conosce: ci vogliono solo testo e Markdown" },
  {
    pattern: /^\|.*\||\S \| \S.* \| /,
    expected: "tabella scritta male: ci vuole la riga di trattini sotto la prima, come in «| --- | --- |»",
  },
];

/** What a text has that was meant as markup, with what should be there, in Italian. */
export function leftoverError(text: string): string | undefined {
  return firstError(ANYWHERE, text);
}

/** What the start of a line has that was meant as markup. */
export function lineStartError(text: string): string | undefined {
  return firstError(LINE_START, text);
}

function firstError(leftovers: readonly Leftover[], text: string): string | undefined {
  const found = leftovers.find(({ pattern }) => pattern.test(text));
  return found && `${found.expected}; qui c'è ${quote(text)}`;
}

/** Marks of a list item that a paragraph never begins with. */
const BULLET = /^[•◦▪▫‣●○■□➢➤✓✔]/u;
/** Marks that a paragraph may begin with, such as a dash. More than one is a list. */
const POSSIBLE_BULLET = /^(?:[–—]|-\S|\p{Nd}{1,2}\.\p{L}|\p{Ll}\)\s|\p{Nd}{1,2}[°ªº]\s)/u;

/**
 * The lines of paragraphs that were meant as list items.
 * @param paragraphs the first texts of each paragraph's lines
 */
export function itemLines<Line extends { text: string }>(paragraphs: readonly (readonly Line[])[]): Line[] {
  const begun = (mark: RegExp): Line[] =>
    paragraphs
      .filter(([first]) => first && mark.test(first.text))
      .flatMap((lines) => lines.filter(({ text }) => mark.test(text)));
  const possible = begun(POSSIBLE_BULLET);
  return [...begun(BULLET), ...(possible.length > 1 ? possible : [])];
}

/** The error for a line that {@link itemLines} found. */
export function itemError(text: string): string {
  return `elenco scritto male: ci vuole «- » oppure «1. », con uno spazio, all'inizio di ogni voce; qui c'è ${quote(text)}`;
}

/** True for a text token at the start of a line of an inline token. */
export function startsLine(children: readonly Token[], index: number): boolean {
  const before = children[index - 1]?.type;
  return (
    children[index]?.type === "text" &&
    (before === undefined || before === "softbreak" || before === "hardbreak")
  );
}

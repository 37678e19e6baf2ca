import { characterError } from "../documents/characters.ts";
import { everyText, type SourceDocument } from "../documents/source-document.ts";
import { plainText } from "../markdown/inline-text.ts";
import { parseLine } from "../markdown/markdown.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import { leftoverError } from "./leftover-markup.ts";

/** Addresses may contain signs that stand for markup elsewhere. */
const ADDRESS = /^(?:\/|https:|\S+@\S+$)/;

/** Interface texts have places for values, such as `{name}`. */
const SLOT = /\{\w+\}/g;

/**
 * Checks the texts that pages show as they are: those of front matter and data. They have no
 * markup, no fact references and no characters that cannot be shown.
 */
export function checkPlainTexts(document: SourceDocument | undefined, { slots = false } = {}): Problem[] {
  if (!document) return [];
  return everyText(document).flatMap(({ text, path }) => {
    const message = characterError(text) ?? markupError(slots ? text.replace(SLOT, "") : text);
    return message === undefined ? [] : [{ file: document.file, line: document.lineOf(path), message }];
  });
}

function markupError(text: string): string | undefined {
  if (ADDRESS.test(text)) return undefined;
  const tokens = parseLine(text);
  const isPlain =
    oneLine(plainText({ children: tokens })) === oneLine(text) && tokens.every(({ type }) => PLAIN.has(type));
  if (!isPlain || /[{}]/.test(text))
    return `segni nel testo: ci vogliono solo parole, senza Markdown, HTML e graffe; qui c'è ${quote(text)}`;
  return leftoverError(text);
}

const PLAIN = new Set(["text", "softbreak"]);

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

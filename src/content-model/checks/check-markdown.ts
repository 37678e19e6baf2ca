import type { Token } from "markdown-it";
import { decodePercent } from "../../shared/decode-percent.ts";
import { characterError } from "../documents/characters.ts";
import { allTokens, lineOf, type Section } from "../markdown/section.ts";
import type { Finding, Problem } from "../problems/problem.ts";
import type { PartialPage } from "../reading/page.ts";
import { itemError, itemLines, leftoverError, lineStartError, startsLine } from "./leftover-markup.ts";

/**
 * Finds what was meant as Markdown and is not understood as such: it would be printed as it stands.
 * Also finds characters that cannot be shown.
 */
export function checkMarkdown({ file, sections = [] }: PartialPage): Problem[] {
  const findings = [
    ...wrongCharacters(sections),
    ...sections.flatMap(({ tokens }) => [...leftovers(tokens), ...brokenLists(tokens)]),
    ...sections.flatMap(unevenRows),
  ];
  return findings.map((finding) => ({ file, ...finding }));
}

/**
 * The parser decodes character references, so this looks at what it returns. Addresses of links are
 * percent-encoded.
 */
function wrongCharacters(sections: readonly Section[]): Finding[] {
  return allTokens(sections).flatMap(({ token, line }) => {
    if (token.type === "inline") return [];
    const texts = [
      token.content,
      token.info,
      ...(token.attrs ?? []).map(([, value]) => decodePercent(value)),
    ];
    return texts.flatMap((text) => {
      const message = characterError(text);
      return message === undefined ? [] : [{ line, message }];
    });
  });
}

function leftovers(tokens: readonly Token[]): Finding[] {
  return tokens.flatMap(({ children }) =>
    (children ?? []).flatMap((child, index, all) => {
      if (child.type !== "text") return [];
      const message =
        (startsLine(all, index) ? lineStartError(child.content) : undefined) ?? leftoverError(child.content);
      return message === undefined ? [] : [{ line: lineOf(child), message }];
    }),
  );
}

function brokenLists(tokens: readonly Token[]): Finding[] {
  const paragraphs = tokens.flatMap((token, index) => {
    const opening = tokens[index - 1];
    return opening?.type === "paragraph_open" && opening.level === 0 ? [lineTexts(token)] : [];
  });
  return itemLines(paragraphs).map(({ text, line }) => ({ line, message: itemError(text) }));
}

function lineTexts({ children }: Token): { text: string; line: number }[] {
  return (children ?? []).flatMap((child, index, all) =>
    startsLine(all, index) ? [{ text: child.content, line: lineOf(child) }] : [],
  );
}

/** Rows of a table that have more or fewer cells than its head. The parser cuts or fills them. */
function unevenRows({ tokens, lines, line: first }: Section): Finding[] {
  return tokens
    .filter(({ type }) => type === "table_open")
    .flatMap(({ map }) => {
      const [start, end] = map ?? [first, first];
      const rows = lines.slice(start - first, end - first).map(cellCount);
      const [wanted] = rows;
      return rows.flatMap((count, index) => {
        if (wanted === undefined || count === wanted) return [];
        const message = `riga di tabella diversa: ci vogliono ${wanted} caselle come nella prima; qui ce ne sono ${count}`;
        return [{ line: start + index, message }];
      });
    });
}

function cellCount(row: string): number {
  const cells = row
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return (cells.match(/(?<!\\)\|/g)?.length ?? 0) + 1;
}

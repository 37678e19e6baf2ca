import { allTokens, type PlacedToken } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { PartialPage } from "../reading/page.ts";
import type { Addresses } from "./addresses.ts";
import { linkError, textLinkTarget } from "./link-target.ts";

/** Matches what remains in the text when Markdown did not recognise a link. */
const LINK_LEFTOVER = /\]\s?[([]/;

/** A character that is neither a space nor invisible. */
const VISIBLE = /[^\s\p{C}\p{Default_Ignorable_Code_Point}\p{Z}]/u;

/**
 * Checks that links have a text and a target that exists, and finds links that are written wrongly.
 */
export function checkLinks(page: PartialPage, addresses: Addresses): Problem[] {
  const { file, sections } = page;
  const tokens = allTokens(sections);
  return tokens.flatMap((placed, index) => {
    const messages = [leftoverError(placed), wordsError(tokens, index), targetError(placed, page, addresses)];
    return messages.flatMap((message) =>
      message === undefined ? [] : [{ file, line: placed.line, message }],
    );
  });
}

function leftoverError({ token: { type, content } }: PlacedToken): string | undefined {
  if (type !== "text" || !LINK_LEFTOVER.test(content)) return undefined;
  return `collegamento scritto male: ci vuole [testo](indirizzo), senza spazi nell'indirizzo; qui c'è ${quote(content)}`;
}

function wordsError(tokens: readonly PlacedToken[], index: number): string | undefined {
  const href = hrefOf(tokens[index]);
  if (href === undefined) return undefined;
  const words = tokens.slice(index + 1, closingIndex(tokens, index));
  if (words.some(({ token }) => VISIBLE.test(token.content))) return undefined;
  return `collegamento senza testo: ci vogliono parole tra le parentesi quadre; qui c'è «[](${href})»`;
}

/** Links do not nest, so the next closing token is the link's own. */
function closingIndex(tokens: readonly PlacedToken[], index: number): number {
  return tokens.findIndex(({ token }, other) => other > index && token.type === "link_close");
}

function targetError(placed: PlacedToken, page: PartialPage, addresses: Addresses): string | undefined {
  const href = hrefOf(placed);
  if (href === undefined) return undefined;
  const target = textLinkTarget(href, page, addresses);
  if (target.kind === "internal") return linkError(href, target, addresses);
  if (target.kind === "external") return undefined;
  return `collegamento sbagliato: ci vuole ${target.expected}; qui c'è ${quote(href)}`;
}

function hrefOf(placed: PlacedToken | undefined): string | undefined {
  return placed?.token.type === "link_open" ? (placed.token.attrGet("href") ?? "") : undefined;
}

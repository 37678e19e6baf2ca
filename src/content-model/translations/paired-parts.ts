import type { DraftPage } from "../draft-page.ts";
import type { Heading } from "../page-headings.ts";
import type { PlacedToken } from "../placed-tokens.ts";

/** A stretch of a translation beside the stretch of its source that it says the same as. */
export interface PairedPart {
  /** The translation's file and the line on which its part starts. */
  file: string;
  line: number;
  tokens: readonly PlacedToken[];
  sourceFile: string;
  sourceTokens: readonly PlacedToken[];
}

/**
 * A translation and its source side by side, one part a heading. While their headings differ there is no telling which
 * part belongs to which, and the whole text is one.
 */
export function pairedParts({ file, body, translation }: DraftPage): PairedPart[] {
  const source = translation?.source.body;
  if (!body || !source) return [];
  const sourceFile = translation.source.file;
  const whole = { file, line: body.line, tokens: body.tokens, sourceFile, sourceTokens: source.tokens };
  if (!sameLevels(body.headings, source.headings)) return [whole];
  const sourceParts = splitAtHeadings(source.tokens);
  return splitAtHeadings(body.tokens).map((tokens, index) => ({
    ...whole,
    line: body.headings[index - 1]?.line ?? body.line,
    tokens,
    sourceTokens: sourceParts[index] ?? [],
  }));
}

/** Whether two pages have the same headings but for their words. */
export function sameLevels(own: readonly Heading[], source: readonly Heading[]): boolean {
  return own.length === source.length && own.every(({ level }, index) => level === source[index]?.level);
}

function splitAtHeadings(tokens: readonly PlacedToken[]): PlacedToken[][] {
  const parts: PlacedToken[][] = [[]];
  for (const placed of tokens) {
    if (placed.token.type === "heading_open") parts.push([]);
    parts.at(-1)?.push(placed);
  }
  return parts;
}

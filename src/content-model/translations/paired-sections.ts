import { type PlacedToken, placedTokens, type Section, sectionWords } from "../markdown/section.ts";
import type { PartialPage, PairedSection } from "../reading/page.ts";
import { slugify } from "../schemas/slug.ts";
import { unmatched } from "./compare-items.ts";

interface Part {
  line: number;
  tokens: PlacedToken[];
}

/** A part of a translation, and the part of the source that says the same. */
export interface PairedPart {
  /** The translation's file, and the line on which the part starts. */
  file: string;
  line: number;
  tokens: readonly PlacedToken[];
  sourceFile: string;
  sourceTokens: readonly PlacedToken[];
}

/**
 * Pairs the sections of a translation with those of its source, in order. If one page has more
 * sections, the extra ones are assumed to be consecutive. They are placed so that the remaining
 * pairs are as similar as possible.
 */
export function pairSections(own: readonly Section[], source: readonly Section[]): PairedSection[] {
  const surplus = source.length - own.length;
  const pairedFrom = (start: number): PairedSection[] =>
    own.map((section, index) => {
      if (index < start) return { own: section, source: source[index] };
      return { own: section, source: index < start - surplus ? undefined : source[index + surplus] };
    });
  const shortest = Math.min(own.length, source.length);
  if (surplus === 0) return pairedFrom(shortest);
  const candidates = Array.from({ length: shortest }, (_, index) => pairedFrom(shortest - index));
  const [best] = candidates
    .map((pairs) => ({ pairs, cost: pairs.reduce((sum, pair) => sum + difference(pair), 0) }))
    .sort((a, b) => a.cost - b.cost);
  return best?.pairs ?? [];
}

/**
 * How much two sections differ in length, and in what all languages write alike: headings, lists,
 * links and numbers.
 */
function difference({ own, source }: PairedSection): number {
  if (!source) return 0;
  const [a, b] = [measure(own), measure(source)];
  const longer = Math.abs(Math.log((a.length + 1) / (b.length + 1)));
  return longer + unmatched(a.common, b.common).length + unmatched(b.common, a.common).length;
}

/**
 * Matches a number, and the marks for headings, lists, links and fact references among a section's
 * words.
 */
const COMMON = /^[<{]|^\p{Nd}+$/u;

function measure(section: Section): { length: number; common: { key: string }[] } {
  const words = sectionWords(section);
  const common = words.filter((word) => COMMON.test(word)).map((key) => ({ key }));
  return { length: words.join("").length, common };
}

/**
 * The anchors of a translation's headings. They are the source's, if the sections have the same
 * headings. A heading without counterpart gets an anchor from its position, because its script may
 * not be usable in an anchor.
 */
export function pairedAnchors(pairs: readonly PairedSection[]): string[] {
  return pairs.flatMap(({ own, source }, section) =>
    own.headings.map((_, index) => {
      if (source && sameLevels(own, source)) return source.headings[index]?.id ?? "";
      if (source && index === 0 && own.level === 2) return source.id;
      return slugify(`${source?.id ?? "parte"} ${section} ${index}`);
    }),
  );
}

/**
 * The parts of a translation to compare with the source. A part is the text below one heading, or a
 * whole section if its headings differ from the source's. Empty if the translation is stale, or if
 * the number of sections differs.
 */
export function pairedParts({ file, translation }: PartialPage): PairedPart[] {
  if (!translation || translation.isStale) return [];
  const { source: page, sections } = translation;
  if (page.sections?.length !== sections.length) return [];
  return sections.flatMap(({ own, source }) => {
    if (!source) return [];
    const split = sameLevels(own, source) ? splitAtHeadings : wholeSection;
    const sourceParts = split(source);
    return split(own).map(({ line, tokens }, index) => {
      return {
        file,
        line,
        tokens,
        sourceFile: page.file,
        sourceTokens: sourceParts[index]?.tokens ?? [],
      };
    });
  });
}

/** True if two sections have headings on the same levels. */
export function sameLevels({ headings: own }: Section, { headings: source }: Section): boolean {
  return own.length === source.length && own.every(({ level }, index) => level === source[index]?.level);
}

function wholeSection({ line, tokens }: Section): Part[] {
  return [{ line, tokens: placedTokens(tokens) }];
}

/**
 * Splits a section at its headings. The opening text of a page has a first part above all headings.
 */
function splitAtHeadings(section: Section): Part[] {
  const found: Part[] = section.level === 1 ? [{ line: section.line, tokens: [] }] : [];
  for (const placed of placedTokens(section.tokens)) {
    if (placed.token.type === "heading_open") found.push({ line: placed.line, tokens: [] });
    found.at(-1)?.tokens.push(placed);
  }
  return found;
}

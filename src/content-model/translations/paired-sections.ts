import { type PlacedToken, placedTokens, type Section } from "../markdown/section.ts";
import type { DraftPage, PairedSection } from "../reading/page.ts";
import { slugify } from "../schemas/slug.ts";
import { beyond } from "./compare-items.ts";

interface Stretch {
  line: number;
  tokens: PlacedToken[];
}

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
 * Sets the sections of a translation beside those of its source, in order. Where one of the two has more, those that
 * the other lacks are taken to stand together, where this leaves the others most alike.
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
    .map((pairs) => ({ pairs, cost: pairs.reduce((sum, pair) => sum + unlikeness(pair), 0) }))
    .sort((a, b) => a.cost - b.cost);
  return best?.pairs ?? [];
}

/** How much two sections differ in length, and in what every language writes alike: headings, lists, links, numbers. */
function unlikeness({ own, source }: PairedSection): number {
  if (!source) return 0;
  const [a, b] = [measure(own), measure(source)];
  const longer = Math.abs(Math.log((a.length + 1) / (b.length + 1)));
  return longer + beyond(a.common, b.common).length + beyond(b.common, a.common).length;
}

/** A heading, a list, an address or a reference among the words of a section, or a number. */
const COMMON = /^[<{]|^\p{Nd}+$/u;

function measure({ words }: Section): { length: number; common: { key: string }[] } {
  const common = words.filter((word) => COMMON.test(word)).map((key) => ({ key }));
  return { length: words.join("").length, common };
}

/**
 * The anchors of a translation's headings: those of the source where a section has the same headings there. What stands
 * beside nothing gets one by its place: its words may be of a script that makes none.
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
 * The parts of a translation that must say what its source says: what stands below one heading, or a whole section while
 * its headings are not its source's. None while it is out of date, or has not as many sections as its source.
 */
export function pairedParts({ file, translation }: DraftPage): PairedPart[] {
  if (!translation || translation.isStale) return [];
  const { source: page, sections } = translation;
  if (page.sections?.length !== sections.length) return [];
  return sections.flatMap(({ own, source }) => {
    if (!source) return [];
    const divide = sameLevels(own, source) ? stretches : whole;
    const sourceStretches = divide(source);
    return divide(own).map(({ line, tokens }, index) => {
      return {
        file,
        line,
        tokens,
        sourceFile: page.file,
        sourceTokens: sourceStretches[index]?.tokens ?? [],
      };
    });
  });
}

/** Whether two sections have the same headings but for their words. */
export function sameLevels({ headings: own }: Section, { headings: source }: Section): boolean {
  return own.length === source.length && own.every(({ level }, index) => level === source[index]?.level);
}

function whole({ line, tokens }: Section): Stretch[] {
  return [{ line, tokens: placedTokens(tokens) }];
}

/** A section in stretches, one a heading; that without heading has one more, above all its headings. */
function stretches(section: Section): Stretch[] {
  const found: Stretch[] = section.level === 1 ? [{ line: section.line, tokens: [] }] : [];
  for (const placed of placedTokens(section.tokens)) {
    if (placed.token.type === "heading_open") found.push({ line: placed.line, tokens: [] });
    found.at(-1)?.tokens.push(placed);
  }
  return found;
}

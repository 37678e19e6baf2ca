import { slugify } from "../markdown/headings.ts";
import type { Heading, PlacedToken } from "../markdown/section.ts";
import type { DraftBody, DraftPage } from "../reading/draft-page.ts";
import { beyond } from "./compare-items.ts";
import { bodyWords } from "./revision.ts";

/** A section of a page: a `##` heading and what stands below it. The first of a page is what stands above them all. */
export interface Section {
  headings: readonly Heading[];
  /** Its text, one stretch a heading; the first section of a page has one more, above all headings. */
  stretches: readonly Stretch[];
}

interface Stretch {
  line: number;
  tokens: PlacedToken[];
}

/** A section of a translation beside that of its source; beside none when there is no telling which it is. */
export interface PairedSection {
  own: Section;
  source: Section | undefined;
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

/** Divides a body at its `##` headings. */
export function sectionsOf({
  line,
  tokens,
  headings,
}: Pick<DraftBody, "line" | "tokens" | "headings">): Section[] {
  const sections: { headings: Heading[]; stretches: Stretch[] }[] = [
    { headings: [], stretches: [{ line, tokens: [] }] },
  ];
  const next = headings.values();
  for (const placed of tokens) {
    const heading = placed.token.type === "heading_open" ? next.next().value : undefined;
    if (heading) {
      if (isSection(heading)) sections.push({ headings: [], stretches: [] });
      sections.at(-1)?.headings.push(heading);
      sections.at(-1)?.stretches.push({ line: placed.line, tokens: [] });
    }
    sections.at(-1)?.stretches.at(-1)?.tokens.push(placed);
  }
  return sections;
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
  const [a, b] = [wordsOf(own), wordsOf(source)];
  const longer = Math.abs(Math.log((a.length + 1) / (b.length + 1)));
  return longer + beyond(a.common, b.common).length + beyond(b.common, a.common).length;
}

const COMMON = /^[<{]|^\p{Nd}+$/u;

function wordsOf({ stretches }: Section): { length: number; common: { key: string }[] } {
  const words = stretches.flatMap(({ tokens }) => bodyWords(tokens));
  const common = words.filter((word) => COMMON.test(word)).map((key) => ({ key }));
  return { length: words.join("").length, common };
}

/**
 * The anchors of a translation's headings: those of the source where a section has the same headings there. What stands
 * beside nothing gets one by its place: its words may be of a script that makes none.
 */
export function pairedAnchors(pairs: readonly PairedSection[]): string[] {
  return pairs.flatMap(({ own, source }, section) =>
    own.headings.map((heading, index) => {
      const first = source?.headings[0];
      if (source && sameLevels(own.headings, source.headings)) return source.headings[index]?.id ?? "";
      return isSection(heading) && first ? first.id : slugify(`${first?.id ?? "parte"} ${section} ${index}`);
    }),
  );
}

/** Whether two pages or sections have the same headings but for their words. */
export function sameLevels(own: readonly Heading[], source: readonly Heading[]): boolean {
  return own.length === source.length && own.every(({ level }, index) => level === source[index]?.level);
}

/** Whether a heading begins a section of the page. */
function isSection({ level, top }: Pick<Heading, "level" | "top">): boolean {
  return level === 2 && top;
}

/**
 * The parts of a translation that must say what its source says: what stands below one heading, or a whole section while
 * its headings are not its source's. None while it is out of date, or lacks sections and there is no telling which.
 */
export function pairedParts({ file, translation }: DraftPage): PairedPart[] {
  if (!translation || translation.isStale) return [];
  const {
    source: { file: sourceFile, body },
    sections,
  } = translation;
  if (!body || sectionsOf(body).length !== sections.length) return [];
  return sections.flatMap(({ own, source }) => {
    if (!source) return [];
    const same = sameLevels(own.headings, source.headings);
    const stretches = same ? own.stretches : [whole(own)];
    const sourceStretches = same ? source.stretches : [whole(source)];
    return stretches.map(({ line, tokens }, index) => {
      return { file, line, tokens, sourceFile, sourceTokens: sourceStretches[index]?.tokens ?? [] };
    });
  });
}

function whole({ stretches }: Section): Stretch {
  return { line: stretches[0]?.line ?? 1, tokens: stretches.flatMap(({ tokens }) => tokens) };
}

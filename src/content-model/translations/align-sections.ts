import { slugify } from "../markdown/headings.ts";
import type { Heading } from "../markdown/page-headings.ts";
import type { Followed, SectionMatch } from "./match-sections.ts";
import { FRONT_TEXTS, OPENING } from "./source-sections.ts";

/** The headings of one section: its `##` and those below it. The first of a page has those above the first `##`. */
export interface HeadingGroup {
  /** The section's id; in a translation that of its source. */
  id: string;
  headings: readonly Heading[];
}

/** Groups the headings of a page in the source language by section. */
export function sourceGroups(headings: readonly Heading[]): HeadingGroup[] {
  return splitAtSections(headings).map((own, index) => ({
    id: index === 0 ? OPENING : (own[0]?.id ?? ""),
    headings: own,
  }));
}

/**
 * Groups a translation's headings by the section that they translate. Its sections stand as in the source that was
 * translated; else, when somebody is bringing it up to date, as in the source as it is.
 * @param follows in the order of the source that was translated.
 * @returns undefined when they stand like neither: then there is no telling what translates what.
 */
export function translationGroups(
  headings: readonly Heading[],
  source: readonly HeadingGroup[],
  follows: readonly Followed[],
  matches: readonly SectionMatch[],
): HeadingGroup[] | undefined {
  const groups = splitAtSections(headings);
  const asTranslated = follows
    .filter(({ id }) => id !== FRONT_TEXTS && id !== OPENING)
    .map(({ id }) => matches.find(({ followed }) => followed?.id === id)?.section?.id ?? id);
  const orders = [[OPENING, ...asTranslated], source.map(({ id }) => id)];
  const ids = orders.find(({ length }) => length === groups.length);
  return ids && groups.map((own, index) => ({ id: ids[index] ?? "", headings: own }));
}

/**
 * The anchors of a translation's headings: those of the source where a section has the same headings there, else made
 * from the section's.
 */
export function groupAnchors(groups: readonly HeadingGroup[], source: readonly HeadingGroup[]): string[] {
  return groups.flatMap(({ id, headings }) => {
    const original = source.find((group) => group.id === id)?.headings ?? [];
    if (sameLevels(headings, original)) return original.map((heading) => heading.id);
    return headings.map((heading, index) => (isSection(heading) ? id : slugify(`${id} ${index}`)));
  });
}

/** Whether two pages or sections have the same headings but for their words. */
export function sameLevels(own: readonly Heading[], source: readonly Heading[]): boolean {
  return own.length === source.length && own.every(({ level }, index) => level === source[index]?.level);
}

/** Whether a heading begins a section of the page. */
function isSection({ level, top }: Pick<Heading, "level" | "top">): boolean {
  return level === 2 && top;
}

function splitAtSections(headings: readonly Heading[]): Heading[][] {
  const groups: Heading[][] = [[]];
  for (const heading of headings) {
    if (isSection(heading)) groups.push([]);
    groups.at(-1)?.push(heading);
  }
  return groups;
}

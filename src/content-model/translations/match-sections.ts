import { longestIncreasing } from "../checks/longest-increasing.ts";
import type { SourceSection } from "./source-sections.ts";

/** A section of the source that a translation follows, in the revision that was translated. */
export interface Followed {
  id: string;
  revision: string;
}

/** A section of the source as it is, as it was translated, or both; never neither. */
export interface SectionMatch {
  /** Undefined when the source no longer has it. */
  section: SourceSection | undefined;
  /** Undefined when it is new. */
  followed: Followed | undefined;
  /** Whether the section stands elsewhere in the page now. */
  moved: boolean;
}

/**
 * Pairs a source's sections with those that a translation follows.
 * @param follows in the order of the page that was translated.
 */
export function matchSections(
  sections: readonly SourceSection[],
  follows: readonly Followed[],
): SectionMatch[] {
  const places = findPlaces(sections, follows);
  const placed = places.filter((place) => place !== undefined);
  const inOrder = longestIncreasing(placed, (place) => place);
  const current = sections.map((section, index) => {
    const place = places[index];
    const followed = place === undefined ? undefined : follows[place];
    return { section, followed, moved: place !== undefined && !inOrder.includes(place) };
  });
  const gone = follows
    .filter((_, place) => !placed.includes(place))
    .map((followed) => ({ section: undefined, followed, moved: false }));
  return [...current, ...gone];
}

/** Whether a translation of the section is up to date. */
export function isCurrent({ section, followed, moved }: SectionMatch): boolean {
  return section !== undefined && section.revision === followed?.revision && !moved;
}

/** Where each section stood in the page that was translated. */
function findPlaces(
  sections: readonly SourceSection[],
  follows: readonly Followed[],
): (number | undefined)[] {
  const today = new Set(sections.map(({ id }) => id));
  let previous = -1;
  return sections.map(({ id }) => {
    const own = follows.findIndex((followed) => followed.id === id);
    const next = follows[previous + 1];
    // A heading with other words has another anchor: then what stood in the same place is its past.
    const renamed = own === -1 && next !== undefined && !today.has(next.id);
    if (own === -1 && !renamed) return undefined;
    previous = renamed ? previous + 1 : own;
    return previous;
  });
}

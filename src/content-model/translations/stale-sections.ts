import { longestIncreasing } from "../checks/longest-increasing.ts";
import type { SourceSection } from "./source-sections.ts";
import type { Follows } from "./translation-front-matter.ts";

/** A section that changed since it was translated, with the revision that the translation follows, if any. */
export interface ChangedSection {
  section: SourceSection;
  followed: string | undefined;
}

/**
 * The sections of a source that a translation does not follow as they are: rewritten, renamed, new or moved.
 * Sections that the source no longer has are the business of the structure's check.
 */
export function changedSections(sections: readonly SourceSection[], follows: Follows): ChangedSection[] {
  // As keys of one object both lists have the order that JavaScript gives to keys.
  const today = Object.keys(Object.fromEntries(sections.map(({ id }) => [id, true])));
  const recorded = Object.keys(follows);
  const known = recorded.filter((id) => today.includes(id));
  const inOrder = longestIncreasing(known, (id) => today.indexOf(id));
  let previous = -1;
  return sections.flatMap((section) => {
    const own = recorded.indexOf(section.id);
    const next = recorded[previous + 1];
    // A heading with other words has another anchor: then what follows in the same place is its past.
    const renamed = own === -1 && next !== undefined && !today.includes(next);
    if (own !== -1 || renamed) previous = renamed ? previous + 1 : own;
    const followed = own === -1 && !renamed ? undefined : follows[recorded[previous] ?? ""];
    const upToDate = followed === section.revision && inOrder.includes(section.id);
    return upToDate ? [] : [{ section, followed }];
  });
}

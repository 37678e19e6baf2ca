import type { DraftBody, DraftPage } from "../reading/draft-page.ts";
import type { PlacedToken } from "../markdown/placed-tokens.ts";
import { type HeadingGroup, sameLevels, sourceGroups } from "./align-sections.ts";

/** A stretch of a translation beside the stretch of its source that it says the same as. */
export interface PairedPart {
  /** The translation's file and the line on which its part starts. */
  file: string;
  line: number;
  tokens: readonly PlacedToken[];
  sourceFile: string;
  sourceTokens: readonly PlacedToken[];
}

/** A section of a translation beside its source. */
export interface PairedSection {
  own: Section;
  source: Section;
}

/** A section's headings and its text, one stretch a heading; the first of a page has one more, above all headings. */
interface Section extends HeadingGroup {
  stretches: Stretch[];
}

interface Stretch {
  line: number;
  tokens: PlacedToken[];
}

/** Whether a section must say what its source says now. It cannot while it is known to be out of date. */
export function isComparable({ translation }: DraftPage, id: string): boolean {
  if (!translation) return false;
  return translation.follows === undefined || !translation.stale.some((section) => section.id === id);
}

/** The sections of a translation that must say what their sources say. */
export function pairedSections(page: DraftPage): PairedSection[] {
  const { body, translation } = page;
  const source = translation?.source.body;
  if (!body || !source) return [];
  const original = sectionsOf(source, sourceGroups(source.headings));
  return sectionsOf(body, translation.groups ?? []).flatMap((own) => {
    const match = original.find(({ id }) => id === own.id);
    return match && isComparable(page, own.id) ? [{ own, source: match }] : [];
  });
}

/** The same in parts: what stands below one heading, or the whole section while its headings are not its source's. */
export function pairedParts(page: DraftPage): PairedPart[] {
  const { file, translation } = page;
  const sourceFile = translation?.source.file ?? "";
  return pairedSections(page).flatMap(({ own, source }) => {
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

function sectionsOf({ line, tokens }: DraftBody, groups: readonly HeadingGroup[]): Section[] {
  const stretches: Stretch[] = [{ line, tokens: [] }];
  for (const placed of tokens) {
    if (placed.token.type === "heading_open") stretches.push({ line: placed.line, tokens: [] });
    stretches.at(-1)?.tokens.push(placed);
  }
  let next = 0;
  return groups.map(({ id, headings }, index) => {
    const count = headings.length + (index === 0 ? 1 : 0);
    next += count;
    return { id, headings, stretches: stretches.slice(next - count, next) };
  });
}

import { expect, test } from "vitest";
import { isCurrent, matchSections } from "../../../../src/content-model/translations/match-sections.ts";

/** Sections and their revisions, as `id=revision`. */
const parse = (pairs: string): { id: string; revision: string }[] =>
  pairs.split(" ").map((pair) => {
    const [id = "", revision = ""] = pair.split("=");
    return { id, revision };
  });

/** What has changed since it was translated: `today<before`, with a dash for what is not there. */
function changes(translated: string, today: string): string[] {
  const sections = parse(today).map((section) => ({ ...section, label: section.id, line: 1, text: "" }));
  return matchSections(sections, parse(translated))
    .filter((match) => !isCurrent(match))
    .map(({ section, followed }) => `${section?.id ?? "-"}<${followed?.id ?? "-"}`);
}

test.each([
  ["nothing changed", "a=1 b=2", "a=1 b=2", []],
  ["a section was rewritten", "a=1 b=2 c=3", "a=1 b=9 c=3", ["b<b"]],
  ["a section is new", "a=1 c=3", "a=1 b=2 c=3", ["b<-"]],
  ["a section is gone", "a=1 b=2 c=3", "a=1 c=3", ["-<b"]],
  ["a section was renamed: its past is what stood in its place", "a=1 b=2 c=3", "a=1 x=9 c=3", ["x<b"]],
  ["two in a row were renamed", "a=1 b=2 c=3", "a=1 x=8 y=9", ["x<b", "y<c"]],
  ["only the section that was moved is stale", "a=1 b=2 c=3 d=4", "a=1 d=4 b=2 c=3", ["d<d"]],
  ["headings that are numbers keep their place", "a=1 2027=2 2026=3", "a=1 2027=2 2026=3", []],
])("%s", (_, translated, today, expected) => {
  expect(changes(translated, today)).toEqual(expected);
});

import { expect, test } from "vitest";
import { changedSections } from "../../../../src/content-model/translations/stale-sections.ts";

/** Sections and their revisions, as `id=revision`. */
const parse = (pairs: string): [string, string][] =>
  pairs.split(" ").map((pair) => pair.split("=") as [string, string]);

/** What has changed between the recorded revisions and today's, as `id<followed`. */
function changes(recorded: string, today: string): string[] {
  const sections = parse(today).map(([id, revision]) => ({ id, revision, label: id, line: 1, text: "" }));
  const changed = changedSections(sections, Object.fromEntries(parse(recorded)));
  return changed.map(({ section, followed }) => `${section.id}<${followed}`);
}

test.each([
  ["nothing changed", "a=1 b=2", "a=1 b=2", []],
  ["a section was rewritten", "a=1 b=2 c=3", "a=1 b=9 c=3", ["b<2"]],
  ["a section is new", "a=1 c=3", "a=1 b=2 c=3", ["b<undefined"]],
  ["a section is gone", "a=1 b=2 c=3", "a=1 c=3", []],
  ["a section was renamed: its past is what stood in its place", "a=1 b=2 c=3", "a=1 x=9 c=3", ["x<2"]],
  ["two in a row were renamed", "a=1 b=2 c=3", "a=1 x=8 y=9", ["x<2", "y<3"]],
  ["only the section that was moved is stale", "a=1 b=2 c=3 d=4", "a=1 d=4 b=2 c=3", ["d<4"]],
  ["headings that are numbers keep their place", "a=1 2027=2 2026=3", "a=1 2027=2 2026=3", []],
])("%s", (_, recorded, today, expected) => {
  expect(changes(recorded, today)).toEqual(expected);
});

import { describe, expect, test } from "vitest";
import { recordFollows } from "../../../src/translations/record-follows.ts";

const SECTIONS = [
  ["titolo e descrizione", "123456789012"],
  ["come-fare", "12e456789012"],
].map(([id = "", revision = ""]) => ({ id, revision, label: id, line: 1, text: "" }));
const FOLLOWS = `  follows:
    titolo e descrizione: "123456789012"
    come-fare: "12e456789012"
`;
const page = (frontMatter: string): string =>
  `---\ntitle: "How to"   # so\n${frontMatter}---\n\n## How\n\n---\n\nSo.\n`;

test("the block is added at the end of the front matter", () => {
  expect(recordFollows(page(""), SECTIONS)).toBe(page(`translation:\n${FOLLOWS}`));
});

test("a key that is there but empty is filled in", () => {
  expect(recordFollows(page("translation:\n"), SECTIONS)).toBe(page(`translation:\n${FOLLOWS}`));
});

test("older revisions give way; reviewer, comments and everything around the block stay as they are", () => {
  const rest = `  # by hand\n  reviewedBy: Ann # twice\n  reviewedOn: 2026-11-23\n`;
  const after = `\n# the end\ndescription:   'Words.'\n`;
  const before = page(`translation:\n  follows: { gone: "000000000000" }\n${rest}${after}`);
  expect(recordFollows(before, SECTIONS)).toBe(page(`translation:\n${FOLLOWS}${rest}${after}`));
});

test("recording twice changes nothing", () => {
  const once = recordFollows(page(""), SECTIONS);
  expect(recordFollows(once, SECTIONS)).toBe(once);
});

describe("files from a Windows editor", () => {
  test("keep their line ends and their byte order mark", () => {
    const toWindows = (text: string): string => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    expect(recordFollows(toWindows(page("")), SECTIONS)).toBe(toWindows(page(`translation:\n${FOLLOWS}`)));
    const old = page(`translation:\n  follows: { gone: "000000000000" }\n  reviewedBy: Ann # twice\n# end\n`);
    const recorded = page(`translation:\n${FOLLOWS}  reviewedBy: Ann # twice\n# end\n`);
    expect(recordFollows(toWindows(old), SECTIONS)).toBe(toWindows(recorded));
  });
});

test("a file without front matter is refused", () => {
  expect(() => recordFollows("## How\n", SECTIONS)).toThrow("ci vuole l'intestazione");
});

import { describe, expect, test } from "vitest";
import { recordFollows } from "../../../src/translations/record-follows.ts";

// A YAML parser would take this one for a number.
const REVISION = "12e456789012";
const FOLLOWS = `  follows: "${REVISION}"\n`;
const page = (frontMatter: string): string =>
  `---\ntitle: "How to"   # so\n${frontMatter}---\n\n## How\n\n---\n\nSo.\n`;

test("the block is added at the end of the front matter", () => {
  expect(recordFollows(page(""), REVISION)).toBe(page(`translation:\n${FOLLOWS}`));
});

test("a key that is there but empty is filled in", () => {
  expect(recordFollows(page("translation:\n"), REVISION)).toBe(page(`translation:\n${FOLLOWS}`));
});

test("what earlier versions recorded, one revision a section, gives way to the one", () => {
  const old = `  follows:\n    titolo e descrizione: "123456789012"\n    come-fare: "000000000000"\n`;
  expect(recordFollows(page(`translation:\n${old}  reviewedBy: Ann\n`), REVISION)).toBe(
    page(`translation:\n${FOLLOWS}  reviewedBy: Ann\n`),
  );
});

test("an older revision gives way; reviewer, comments and everything around the block stay as they are", () => {
  const rest = `  # by hand\n  reviewedBy: Ann # twice\n  reviewedOn: 2026-11-23\n`;
  const after = `\n# the end\ndescription:   'Words.'\n`;
  const before = page(`translation:\n  follows: "000000000000"\n${rest}${after}`);
  expect(recordFollows(before, REVISION)).toBe(page(`translation:\n${FOLLOWS}${rest}${after}`));
});

test("recording twice changes nothing", () => {
  const once = recordFollows(page(""), REVISION);
  expect(recordFollows(once, REVISION)).toBe(once);
});

describe("files from a Windows editor", () => {
  test("keep their line ends and their byte order mark", () => {
    const toWindows = (text: string): string => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    expect(recordFollows(toWindows(page("")), REVISION)).toBe(toWindows(page(`translation:\n${FOLLOWS}`)));
    const old = page(`translation:\n  follows: "000000000000"\n  reviewedBy: Ann # twice\n# end\n`);
    const recorded = page(`translation:\n${FOLLOWS}  reviewedBy: Ann # twice\n# end\n`);
    expect(recordFollows(toWindows(old), REVISION)).toBe(toWindows(recorded));
  });
});

test("a file without front matter is refused", () => {
  expect(() => recordFollows("## How\n", REVISION)).toThrow("ci vuole l'intestazione");
});

import { expect, test } from "vitest";
import { sentenceLines } from "../../../src/config/sentence-lines.ts";
import { createMarkdown } from "../../../src/content-model/markdown/markdown.ts";

const md = createMarkdown(() => "").use(sentenceLines);

test("an easy page keeps the lines of its source", () => {
  expect(md.render("- Chiama.\n  Parla.", { lang: "it", layout: "easy" })).toContain(
    "<li>Chiama.<br>\nParla.</li>",
  );
});

test("other pages flow", () => {
  expect(md.render("Chiama.\nParla.", { lang: "it", layout: "page" })).toBe("<p>Chiama.\nParla.</p>\n");
  expect(md.render("Chiama.\nParla.", { lang: "it" })).toBe("<p>Chiama.\nParla.</p>\n");
});

import { expect, test } from "vitest";
import { createPageMarkdown } from "../../../../src/config/markdown/page-markdown.ts";
import { fixtureBuild } from "../../../support/fixture-build.ts";

const md = createPageMarkdown(fixtureBuild(), () => "");

test("an easy page keeps the lines of its source", () => {
  expect(md.render("- Chiama.\n  Parla.", { lang: "it", layout: "easy" })).toContain(
    "<li>Chiama.<br>\nParla.</li>",
  );
});

test("other pages flow", () => {
  expect(md.render("Chiama.\nParla.", { lang: "it", layout: "page" })).toBe("<p>Chiama.\nParla.</p>\n");
  expect(md.render("Chiama.\nParla.", { lang: "it" })).toBe("<p>Chiama.\nParla.</p>\n");
});

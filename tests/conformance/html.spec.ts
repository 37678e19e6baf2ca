import { expect, test } from "@playwright/test";
import { HtmlValidate, StaticConfigLoader, type ConfigData } from "html-validate";
import { globSync } from "node:fs";
import { join } from "node:path";
import { SITE } from "../support/site.ts";

const CONFIG: ConfigData = {
  extends: ["html-validate:recommended", "html-validate:standard", "html-validate:document"],
  rules: {
    // As Prettier writes it.
    "doctype-style": ["error", { style: "lowercase" }],
    // Integrity hashes guard against other people's servers; the site's own files come with the page itself.
    "require-sri": ["error", { target: "crossorigin" }],
    // Bootstrap Italia's class keeps a number on one line as non-breaking spaces do, and it can be copied as it is.
    "tel-non-breaking": ["error", { ignoreClasses: ["text-nowrap"] }],
  },
};

test("every page is valid HTML", async () => {
  const validator = new HtmlValidate(new StaticConfigLoader(CONFIG));
  const files = globSync("**/*.html", { cwd: SITE }).map((file) => join(SITE, file));

  const { results } = await validator.validateMultipleFiles(files);

  const problems = results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, column, ruleId, message }) => `${filePath}:${line}:${column}: ${ruleId}: ${message}`,
    ),
  );
  expect(files).not.toEqual([]);
  expect(problems).toEqual([]);
});

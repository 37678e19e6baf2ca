import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { globSync } from "node:fs";
import { join } from "node:path";
import { DOCUMENT_RULES } from "../../src/site-checks/html-rules.ts";
import { SITE } from "../support/site.ts";
import { expect, test } from "../support/test.ts";

test("every page is valid HTML", async () => {
  const validator = new HtmlValidate(new StaticConfigLoader(DOCUMENT_RULES));
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

import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { registerFilters } from "../../../src/config/filters.ts";
import { createMarkdown } from "../../../src/content-model/markdown/markdown.ts";
import { fixtureBuild } from "../../support/fixture-build.ts";

/** The filters of Nunjucks, Eleventy and its feed plugin. */
const OTHERS = ["dateToRfc3339", "dump", "join", "length", "renderTransforms", "safe"];

test("the filters are those that templates use, and no others", () => {
  const registered: string[] = [];
  const addFilter = (name: string) => registered.push(name);
  registerFilters(
    { addFilter },
    fixtureBuild(),
    createMarkdown(() => ""),
    () => "",
  );
  const templates = globSync("{_includes,src/pages}/**/*.njk").map((file) => readFileSync(file, "utf8"));
  const used = templates.flatMap((template) =>
    [...template.matchAll(/\{[{%].*?[%}]\}/gs)].flatMap(([code]) =>
      Array.from(code.matchAll(/\|\s*(\w+)/g), ([, name = ""]) => name),
    ),
  );
  expect([...registered, ...OTHERS].sort()).toEqual([...new Set(used)].sort());
});

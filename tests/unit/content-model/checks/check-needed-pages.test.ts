import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadSite } from "../../../../src/content-model/load-site.ts";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import { siteDirs } from "../../../../src/content-model/reading/site-dirs.ts";
import { withSite } from "../../../support/fixture-site.ts";

test("a page that every page links to is missed where its file should be", async () => {
  const problems = await withSite({}, async (folder) => {
    await rm(join(folder, "content/it/prenota.md"));
    return (await loadSite({ ...siteDirs({ SITE_DIR: folder }), root: folder })).problems;
  });
  expect(problems.map(formatProblem)).toEqual([
    "content/it/prenota.md:1: pagina mancante: ci vuole questo file, perché altre pagine portano a «/prenota/»; qui non c'è",
  ]);
});

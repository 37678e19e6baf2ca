import { loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { readBuiltSite } from "../../../src/site-checks/built-site.ts";
import { FILE_CHECKS } from "../../../src/site-checks/file-checks.ts";
import { formatFindings } from "../../../src/site-checks/report.ts";
import { SITE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

test("the files of the site keep every promise: valid HTML, links, the model, structured data, languages", async () => {
  const { facts, pages } = await loadSite(siteDirs(process.env));
  if (!facts) throw new Error("The site under test has errors: npm run check:content tells them.");
  const site = await readBuiltSite(SITE, { facts, pages });

  const findings = await Promise.all(FILE_CHECKS.map(async (check) => await check(site)));

  expect(formatFindings(findings.flat(), pages)).toEqual([]);
});

import { languageOfPath, stringsIn } from "../../support/languages.ts";
import { contentPaths, mainText, SERVICE_PAGE, sitemapPaths } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

/** Matches the language's words with a date in this century and a time, in Western digits. */
function updatedIn(lang: string): RegExp {
  return new RegExp(`${stringsIn(lang)["page.updated"]} ?[:：] ?[^a-z]*20\\d\\d[^a-z]* \\d\\d:\\d\\d`);
}

test("every content page says when it was last updated, once, in its language", () => {
  const paths = contentPaths().filter((path) => sitemapPaths().includes(path));

  const findings = paths.map((path) => [
    path,
    mainText(path).split(updatedIn(languageOfPath(path))).length - 1,
  ]);
  expect(findings.filter(([, times]) => times !== 1)).toEqual([]);
});

test("the service page says when it was last updated", () => {
  expect(mainText(SERVICE_PAGE)).toContain("Ultimo aggiornamento: 02/05/2024, 15:33");
});

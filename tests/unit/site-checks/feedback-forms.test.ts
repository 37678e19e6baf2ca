import { expect, test } from "vitest";
import { chooseTrials, rowFindings } from "../../../src/site-checks/browser/feedback-forms.ts";
import type { BuiltPage, BuiltSite } from "../../../src/site-checks/built-site.ts";

const page = (path: string, lang: string, layout?: string) =>
  ({ path, lang, ...(layout !== undefined && { content: { data: { layout } } }) }) as BuiltPage;
const PAGES = [
  page("/", "it", "home"),
  page("/en/", "en", "home"),
  page("/en/servizi/aiuto/", "en", "service"),
  page("/fr/", "fr", "home"),
  page("/grazie/", "it", "page"),
  page("/prenota/", "it", "page"),
  page("/servizi/aiuto/", "it", "service"),
  page("/argomenti/casa/", "it"),
];
const rated = new Set(PAGES.map(({ path }) => path).filter((path) => path !== "/grazie/"));
const trials = chooseTrials({ pages: PAGES, source: "it" } as unknown as BuiltSite, rated);

test("a form is tried in each language, on its service page if it has one, and on each kind of page, with and without script", () => {
  const tried = trials.map(({ page: { path }, script }) => `${path}${script ? " script" : ""}`);
  expect(tried.sort()).toEqual(
    ["/", "/argomenti/casa/", "/en/servizi/aiuto/", "/fr/", "/prenota/", "/servizi/aiuto/"].flatMap(
      (path) => [path, `${path} script`],
    ),
  );
});

const [first] = trials;
const rows = trials.map(({ page: { path, lang }, script }) => ({
  page: path,
  lang,
  rating: script ? 5 : 2,
  comment: "Prova del modulo",
}));

test("each trial must leave one row of its own", () => {
  expect(rowFindings(trials, rows)).toEqual([]);
});

test.each([
  ["no row", rows.slice(1), 0],
  ["two rows", [...rows, ...rows.slice(0, 1)], 2],
  ["a row of another language", [{ ...rows[0], lang: "fr" }, ...rows.slice(1)], 0],
  ["a row without its comment", [{ ...rows[0], comment: null }, ...rows.slice(1)], 0],
])("%s is told with the page and the way", (_, stored, count) => {
  expect(rowFindings(trials, stored)).toEqual([
    {
      subject: "Modulo del parere",
      path: first?.page.path,
      message: `con JavaScript: ci vuole una riga salvata; qui ce ne sono ${count}`,
    },
  ]);
});

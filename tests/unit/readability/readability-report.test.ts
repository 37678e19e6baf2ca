import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/site-dirs.ts";
import { readPages } from "../../../src/readability/read-site.ts";
import { readabilityReport } from "../../../src/readability/readability-report.ts";
import { readBody } from "./read-body.ts";

const REPORT = resolve(import.meta.dirname, "../../../docs/readability.md");

test("the report has a row for each page, for each section with text, and for the whole site", () => {
  const report = readabilityReport([
    readBody("## Uno\n\nChiama. Poi vieni.\n\n## Due\n\n{{linea:sportello}}\n"),
  ]);
  expect(report.split("\n").filter((line) => line.startsWith("|"))).toEqual([
    "| Pagina            | Sezione             | Frasi | Parole | Gulpease |",
    "| ----------------- | ------------------- | ----: | -----: | -------: |",
    "| `/privacy/`       | **tutta la pagina** |     3 |     12 |      100 |",
    "|                   | Inizio della pagina |     1 |      9 |       86 |",
    "|                   | Uno                 |     2 |      3 |      100 |",
    "| **Tutto il sito** | pagine: 1           |     3 |     12 |      100 |",
  ]);
});

test("docs/readability.md is up to date: after a change to the pages, run `npm run readability`", async () => {
  const pages = readPages(await loadSite(siteDirs({})));
  expect(await readFile(REPORT, "utf8")).toBe(readabilityReport(pages));
});

import { expect, test } from "vitest";
import { readabilityReport } from "../../../src/readability/readability-report.ts";
import { readBody } from "./read-body.ts";

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

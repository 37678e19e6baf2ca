import { expect, test } from "vitest";
import type { Page } from "../../../src/content-model/reading/page.ts";
import { about } from "../../../src/site-checks/finding.ts";
import { formatFindings } from "../../../src/site-checks/report.ts";

const PAGES = [{ url: "/aiuto/", file: "content/it/aiuto.md" }] as Page[];

test("findings are counted by subject and listed once, with their pages and the files of these", () => {
  const findings = [
    ...about("Link", [
      ["/aiuto/", "link morto"],
      ["/altro/", "link morto"],
      ["/altro/", "link solo"],
    ]),
    ...about("HTML valido", [["/", "regola"]]),
  ];
  expect(formatFindings(findings, PAGES)).toEqual([
    "Link: 3 problemi",
    "  link morto",
    "    /aiuto/ (content/it/aiuto.md)",
    "    /altro/",
    "  link solo",
    "    /altro/",
    "HTML valido: 1 problema",
    "  regola",
    "    /",
  ]);
});

test("what is wrong on every page names five of them and how many more there are", () => {
  const everywhere = Array.from({ length: 8 }, (_, index) => [`/${index}/`, "regola"] as const);
  expect(formatFindings(about("HTML valido", everywhere), []).slice(-2)).toEqual([
    "    /4/",
    "    e altre 3 pagine",
  ]);
});

import type { LoadedSite } from "../content-model/compile-site.ts";
import { type Finding, type Problem, sortProblems } from "../content-model/problems/problem.ts";
import { checkAcronyms } from "./checks/check-acronyms.ts";
import { checkBureaucraticTerms } from "./checks/check-bureaucratic-terms.ts";
import { checkDifficulty } from "./checks/check-difficulty.ts";
import { checkEasyLines } from "./checks/check-easy-lines.ts";
import { checkLength } from "./checks/check-length.ts";
import { checkPassiveVoice } from "./checks/check-passive-voice.ts";
import { checkSpelling } from "./checks/check-spelling.ts";
import words from "./data/words.json" with { type: "json" };
import { readPage, type ReadPage } from "./read-page.ts";
import { loadItalianSpeller } from "./speller.ts";

/** The Italian pages as read, and what there is to say about their language. */
export interface SiteReading {
  pages: ReadPage[];
  problems: Problem[];
  warnings: Problem[];
}

/** The Italian pages of a site in sentences and words; none while the facts that they refer to are wrong. */
export function readPages({ facts, pages }: LoadedSite): ReadPage[] {
  if (!facts) return [];
  return pages.filter(({ lang }) => lang === "it").map((page) => readPage(page, facts));
}

/** Reads a site's Italian pages as a demanding reader does. Loading the dictionary takes most of the time. */
export async function readSite(site: LoadedSite): Promise<SiteReading> {
  const pages = readPages(site);
  if (pages.length === 0) return { pages, problems: [], warnings: [] };
  const listed = [...words, ...(site.facts?.words ?? [])];
  const known = new Set(listed);
  const speller = await loadItalianSpeller(listed);
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const page of pages) {
    const inFile = (finding: Finding): Problem => ({ file: page.file, ...finding });
    const difficulty = checkDifficulty(page);
    problems.push(...[...difficulty.errors, ...checkEasyLines(page)].map(inFile));
    warnings.push(
      ...[
        ...difficulty.warnings,
        ...checkLength(page, known),
        ...checkPassiveVoice(page),
        ...checkBureaucraticTerms(page),
        ...checkAcronyms(page, known),
        ...checkSpelling(page, speller),
      ].map(inFile),
    );
  }
  return { pages, problems: sortProblems(problems), warnings: sortProblems(warnings) };
}

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
import { readPage, type PageReading } from "./read-page.ts";
import { loadItalianSpeller } from "./speller.ts";

/** The Italian pages split into sentences, and what the checks found in them. */
export interface SiteReading {
  pages: PageReading[];
  problems: Problem[];
  warnings: Problem[];
}

/**
 * Splits a site's Italian pages into sentences and words. Empty if the facts that the
 * pages refer to are wrong.
 */
export function readPages({ facts, pages }: LoadedSite): PageReading[] {
  if (!facts) return [];
  return pages.filter(({ lang }) => lang === "it").map((page) => readPage(page, facts));
}

/** Checks the language of a site's Italian pages. Loading the dictionary takes most of the time. */
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

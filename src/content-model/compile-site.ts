import { checkNeededPages } from "./checks/check-needed-pages.ts";
import { checkSite } from "./checks/check-site.ts";
import { siteWarnings } from "./checks/site-warnings.ts";
import type { ContentPage } from "./content-page.ts";
import { type DraftPage, finishedPage, readPage } from "./draft-page.ts";
import { pageAddress } from "./page-url.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { readData } from "./read-data.ts";
import type { SiteFacts } from "./site-facts.ts";
import type { SiteSources } from "./site-sources.ts";

/** A site as checked. It may be built only when there are no problems; `facts` are present then. */
export interface LoadedSite {
  facts?: SiteFacts;
  pages: ContentPage[];
  problems: Problem[];
  /** What is missing before the site goes live, without stopping the build. */
  warnings: Problem[];
}

/** Turns the files of a site into checked facts and pages, or into everything that is wrong with them. */
export function compileSite(sources: SiteSources): LoadedSite {
  const data = readData(sources);
  const content = readContent(sources, data.vocabulary.languages);
  const problems = [
    ...sources.problems,
    ...data.problems,
    ...content.problems,
    ...checkNeededPages(content.pages, sources.contentFolder, data.vocabulary.languages[0] ?? ""),
    ...checkSite(content.pages, data.vocabulary, data.documents),
  ];
  return {
    ...(data.facts && { facts: data.facts }),
    pages: content.pages.flatMap((page) => finishedPage(page) ?? []),
    problems: sortProblems(problems),
    warnings: sortProblems(siteWarnings(data.documents.site)),
  };
}

function readContent(
  { content, contentFolder, problems: unreadable }: SiteSources,
  languages: readonly string[],
): { pages: DraftPage[]; problems: Problem[] } {
  const pages: DraftPage[] = [];
  const problems: Problem[] = [];
  for (const { name, file, bytes } of content) {
    const address = pageAddress(name, languages);
    if ("error" in address) {
      problems.push({ file, line: 1, message: address.error });
      continue;
    }
    const read = readPage({ file, ...address }, bytes);
    pages.push(read.page);
    problems.push(...read.problems);
  }
  if (content.length === 0 && unreadable.length === 0) {
    problems.push({
      file: contentFolder,
      line: 1,
      message: "ci vuole almeno una pagina; qui non c'è niente",
    });
  }
  return { pages, problems };
}

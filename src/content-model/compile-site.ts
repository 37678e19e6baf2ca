import { siteWarnings } from "./checks/check-data.ts";
import { checkNeededPages, misplacedPages } from "./checks/check-pages.ts";
import { checkSite } from "./checks/check-site.ts";
import { overdueConfirmations } from "./checks/overdue-confirmations.ts";
import { pageHints } from "./checks/page-hints.ts";
import { privacyBlanks } from "./checks/privacy-blanks.ts";
import { type Problem, sortProblems } from "./problems/problem.ts";
import { isCompletePage, type Page } from "./reading/page.ts";
import { readData } from "./reading/read-data.ts";
import type { SiteSources } from "./reading/site-sources.ts";
import type { SiteFacts } from "./schemas/site-facts.ts";
import { translationWarnings } from "./translations/check-translation.ts";
import { missingWords } from "./translations/missing-words.ts";
import { readContent } from "./translations/read-content.ts";

/**
 * The result of reading and checking a site. It may be built only if there are no problems. `facts`
 * is then present.
 */
export interface LoadedSite {
  facts?: SiteFacts;
  pages: Page[];
  problems: Problem[];
  /**
   * What does not stop the build: facts still missing before the site goes live or to be checked
   * again, ignored files, and stale translations.
   */
  warnings: Problem[];
}

/**
 * Turns the files of a site into checked facts and pages, and lists everything that is wrong with
 * them.
 */
export function compileSite(sources: SiteSources): LoadedSite {
  const data = readData(sources);
  const content = readContent(sources, data.known.languages);
  const pages = content.pages.filter(({ layout }) => data.known.hasRatings || layout !== "ratings");
  const problems = [
    ...sources.problems,
    ...data.problems,
    ...content.problems,
    ...checkNeededPages(pages, sources.contentFolder, data.known.languages[0] ?? ""),
    ...checkSite(pages, data),
  ];
  return {
    ...(data.facts && { facts: data.facts }),
    pages: pages.filter(isCompletePage),
    problems: sortProblems(problems),
    warnings: sortProblems([
      ...sources.warnings,
      ...data.warnings,
      ...missingWords(data, pages),
      ...misplacedPages(pages, data.known, `${sources.contentFolder}/${data.known.languages[0] ?? ""}`),
      ...siteWarnings(data.documents.site, data.known),
      ...data.documents.contacts.flatMap(overdueConfirmations),
      ...pages.flatMap(translationWarnings),
      ...pages.flatMap(pageHints),
      ...pages.flatMap(privacyBlanks),
    ]),
  };
}

import type { DraftPage } from "../reading/draft-page.ts";
import type { Problem } from "../problems/problem.ts";
import type { SiteData } from "../reading/read-data.ts";
import { checkTranslatedData, checkTranslation } from "../translations/check-translation.ts";
import { collectAddresses, templateUrls } from "./addresses.ts";
import { checkBody } from "./check-body.ts";
import { checkData } from "./check-data.ts";
import { checkEasyPages } from "./check-easy-pages.ts";
import { checkFacts } from "./check-facts.ts";
import { checkGlossary } from "./check-glossary.ts";
import { checkHeadings } from "./check-headings.ts";
import { checkHtml } from "./check-html.ts";
import { checkImages } from "./check-images.ts";
import { checkLinks } from "./check-links.ts";
import { checkNames } from "./check-names.ts";
import { checkServiceSections } from "./check-service-sections.ts";
import { checkStrings } from "./check-strings.ts";
import { checkUrls } from "./check-urls.ts";

/** Every check beyond the form of single values, on all that could be read: one mistake must not hide another. */
export function checkSite(
  pages: readonly DraftPage[],
  { vocabulary, documents, sameAsItalian }: Pick<SiteData, "vocabulary" | "documents" | "sameAsItalian">,
): Problem[] {
  const addresses = collectAddresses(pages, vocabulary);
  // An office that is no page is a problem of its own.
  const offices = new Map([...vocabulary.offices].filter(([, office]) => addresses.urls.has(office)));
  return [
    ...pages.flatMap((page) => [
      ...checkNames(page, vocabulary),
      ...checkBody(page),
      ...checkServiceSections(page, offices),
      ...checkHeadings(page),
      ...checkHtml(page),
      ...checkImages(page),
      ...checkLinks(page, addresses),
      ...checkFacts(page, vocabulary),
      ...checkTranslation(page, sameAsItalian),
    ]),
    ...checkUrls(pages, templateUrls(pages, vocabulary)),
    ...checkEasyPages(pages),
    ...checkData(documents, vocabulary, addresses),
    ...documents.strings.flatMap(({ document }) => checkStrings(document, documents.referenceStrings)),
    ...checkGlossary(documents.glossaries, pages, vocabulary.languages),
    ...checkTranslatedData(documents, sameAsItalian, vocabulary.languages[0]),
  ];
}

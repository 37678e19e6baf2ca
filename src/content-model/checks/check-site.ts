import type { Problem } from "../problems/problem.ts";
import type { PartialPage } from "../reading/page.ts";
import type { SiteData } from "../reading/read-data.ts";
import { generatedAddresses } from "../reading/site-urls.ts";
import { checkTranslatedData, checkTranslation } from "../translations/check-translation.ts";
import { collectAddresses } from "./addresses.ts";
import { checkData } from "./check-data.ts";
import { checkFacts } from "./check-facts.ts";
import { checkGlossary } from "./check-glossary.ts";
import { checkLinks } from "./check-links.ts";
import { checkModelSections } from "./check-model-sections.ts";
import { checkNames } from "./check-names.ts";
import { checkEasyPages, checkUrls } from "./check-pages.ts";
import { checkStrings } from "./check-strings.ts";
import { checkText } from "./check-text.ts";

/**
 * Runs all checks that look beyond single values, on everything that could be read. One mistake
 * must not hide another.
 */
export function checkSite(
  pages: readonly PartialPage[],
  { known, documents, sameAsItalian }: Pick<SiteData, "known" | "documents" | "sameAsItalian">,
): Problem[] {
  const addresses = collectAddresses(pages, known);
  // checkData reports an office whose page does not exist.
  const offices = new Map([...known.offices].filter(([, office]) => addresses.urls.has(office)));
  return [
    ...pages.flatMap((page) => [
      ...checkNames(page, known),
      ...checkText(page),
      ...checkModelSections(page, offices),
      ...checkLinks(page, addresses),
      ...checkFacts(page, known),
      ...checkTranslation(page, sameAsItalian),
    ]),
    ...checkUrls(pages, generatedAddresses(pages, known)),
    ...checkEasyPages(pages),
    ...checkData(documents, known, addresses),
    ...documents.strings.flatMap(({ document }) => checkStrings(document, documents.referenceStrings)),
    ...checkGlossary(documents.glossaries, pages, known.languages),
    ...checkTranslatedData(documents, sameAsItalian, known.languages[0]),
  ];
}

import type { Problem } from "../problems/problem.ts";
import type { PartialPage } from "../reading/page.ts";
import type { DataDocuments, SiteData } from "../reading/read-data.ts";
import { generatedAddresses } from "../reading/site-urls.ts";
import { checkTranslatedData, checkTranslation } from "../translations/check-translation.ts";
import { collectAddresses } from "./addresses.ts";
import { checkData } from "./check-data.ts";
import { checkFacts } from "./check-facts.ts";
import { checkGlossary } from "./check-glossary.ts";
import { checkLinks } from "./check-links.ts";
import { checkMarkdown } from "./check-markdown.ts";
import { checkModelSections } from "./check-model-sections.ts";
import { checkNames } from "./check-names.ts";
import { checkEasyPages, checkUrls } from "./check-pages.ts";
import { checkPlainTexts } from "./check-plain-texts.ts";
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
      ...checkMarkdown(page),
      ...checkPlainTexts(page.frontMatter),
      ...checkModelSections(page, offices),
      ...checkLinks(page, addresses),
      ...checkFacts(page, known),
      ...checkTranslation(page, sameAsItalian),
    ]),
    ...checkUrls(pages, generatedAddresses(pages, known)),
    ...checkEasyPages(pages),
    ...checkData(documents, known, addresses),
    ...plainTextsOfData(documents),
    ...documents.strings.flatMap(({ document }) => checkStrings(document, documents.referenceStrings)),
    ...checkGlossary(documents.glossaries, pages, known.languages),
    ...checkTranslatedData(documents, sameAsItalian, known.languages[0]),
  ];
}

function plainTextsOfData(documents: DataDocuments): Problem[] {
  const { site, contacts, topics, vocabularies, glossaries, strings } = documents;
  return [
    ...[site, topics, ...contacts].flatMap((document) => checkPlainTexts(document)),
    ...[...vocabularies, ...glossaries].flatMap(({ document }) => checkPlainTexts(document)),
    ...strings.flatMap(({ document }) => checkPlainTexts(document, { slots: true })),
  ];
}

import type { MarkdownIt, Token } from "markdown-it";
import { firstOutgoingLink, type Section, tokensBelowHeading } from "../../content-model/markdown/section.ts";
import { type ModelSection, modelSection } from "../../content-model/schemas/model-sections.ts";
import type { Build } from "../build.ts";
import { localUrl } from "../language/languages.ts";
import { renderTokens, withAttribute } from "./render-tokens.ts";

/** A section of a service page with its model markup, for the template. */
export interface ServiceSection extends Section, Pick<ModelSection, "element" | "linkElement"> {
  /** Its print class: a part of the leaflet, or hidden in print. */
  printClass: string;
  /** The terms that the page has explained so far, shared by all its sections. */
  explained: Set<string>;
}

const PRINT_CLASSES: Readonly<Record<string, string>> = {
  "service-addressed": "leaflet-who",
  "service-how-to": "leaflet-how",
  "service-area": "leaflet-call",
};

/** The template writes the headings of the sections, as `h2`. */
const HEADING_LEVEL = 2;

/**
 * The sections of the service page at an address, with the markup of the national model. They are
 * recognised by their anchors, which are the same in every language.
 */
export function serviceSections({ pageAt }: Pick<Build, "pageAt">, address: string): ServiceSection[] {
  const explained = new Set<string>();
  const sections = pageAt.get(address)?.sections ?? [];
  return sections
    .filter(({ level }) => level === HEADING_LEVEL)
    .map((section) => {
      const model = modelSection(section.id);
      const printClass = PRINT_CLASSES[model?.element ?? model?.linkElement ?? ""] ?? "d-print-none";
      return { ...model, ...section, printClass, explained };
    });
}

/** The HTML of a section without its heading. */
export function sectionHtml(markdown: MarkdownIt, section: ServiceSection, lang: string): string {
  const { explained, linkElement } = section;
  const page = { lang, explained, headingLevel: HEADING_LEVEL };
  if (linkElement === undefined) return renderTokens(markdown, tokensBelowHeading(section), page);
  const link = firstOutgoingLink(section);
  const mark = (token: Token): Token =>
    token === link ? withAttribute(token, "data-element", linkElement) : token;
  return renderTokens(markdown, tokensBelowHeading(section), page, mark);
}

/**
 * The target of the link in a section, found by its `data-element`. Undefined if the page has none.
 */
export function sectionLink(
  build: Build,
  sections: readonly ServiceSection[],
  element: string,
  lang: string,
): string | undefined {
  const section = sections.find(({ linkElement }) => linkElement === element);
  const address = section && firstOutgoingLink(section)?.attrGet("href");
  return address ? localUrl(build, address, lang) : undefined;
}

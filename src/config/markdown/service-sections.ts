import type { MarkdownIt, Token } from "markdown-it";
import { linkAway, type Section, tokensBelow } from "../../content-model/markdown/section.ts";
import { type ModelSection, modelSection } from "../../content-model/schemas/model-sections.ts";
import type { Build } from "../build.ts";
import { localUrl } from "../language/languages.ts";
import { draw, withAttribute } from "./draw.ts";

/** A section of a service page, ready for the template. */
export interface MarkedSection extends Section, Pick<ModelSection, "element" | "linkElement"> {
  /** Its class on the printed leaflet, or the class that keeps it off. */
  printClass: string;
  /** The page's own, shared by its sections: the terms that it has explained so far. */
  explained: Set<string>;
}

const PRINT_CLASSES: Readonly<Record<string, string>> = {
  "service-addressed": "leaflet-who",
  "service-how-to": "leaflet-how",
  "service-area": "leaflet-call",
};

/** The template writes the heading of each section. */
const HEADING_LEVEL = 2;

/**
 * The sections of the service page at an address, each with what the national model marks it with. Their anchors tell
 * them in every language.
 */
export function serviceSections({ pageAt }: Pick<Build, "pageAt">, address: string): MarkedSection[] {
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

/** The text of a section, below its heading. */
export function sectionHtml(markdown: MarkdownIt, section: MarkedSection, lang: string): string {
  const { explained, linkElement } = section;
  const page = { lang, explained, headingLevel: HEADING_LEVEL };
  if (linkElement === undefined) return draw(markdown, tokensBelow(section), page);
  const link = linkAway(section);
  const mark = (token: Token): Token =>
    token === link ? withAttribute(token, "data-element", linkElement) : token;
  return draw(markdown, tokensBelow(section), page, mark);
}

/** Where the link of a section leads, by its `data-element`; undefined when the page has none. */
export function sectionLink(
  build: Build,
  sections: readonly MarkedSection[],
  element: string,
  lang: string,
): string | undefined {
  const section = sections.find(({ linkElement }) => linkElement === element);
  const address = section && linkAway(section)?.attrGet("href");
  return address ? localUrl(build, address, lang) : undefined;
}

import type { MarkdownIt, Token } from "markdown-it";
import { type Section, splitSections } from "../../content-model/markdown/sections.ts";
import { type ServiceSection, serviceSection } from "../../content-model/schemas/service-sections.ts";
import type { GlossaryContext } from "../glossary.ts";

/** A voice of a sheet, ready for the template. */
export interface VoiceSection extends Section, Pick<ServiceSection, "element" | "linkElement"> {
  /** Its class on the printed leaflet, or the class that keeps it off. */
  printClass: string;
  /** The page's own, shared by its sections: see {@link GlossaryContext}. */
  explained: Set<string>;
}

const PRINT_CLASSES: Readonly<Record<string, string>> = {
  "service-addressed": "leaflet-who",
  "service-how-to": "leaflet-how",
  "service-area": "leaflet-call",
};

/** The template writes the heading of each voice. */
const SECTION_LEVEL = 2;

/** A sheet's body as the model's voices, to be rendered in their order. */
export function sectionFilters(markdown: MarkdownIt) {
  return { voiceSections, sectionHtml, voiceLink };

  /** @param anchors of the body's headings, which tell the voices in every language. */
  function voiceSections(body: string, anchors?: readonly string[]): VoiceSection[] {
    const explained = new Set<string>();
    return splitSections(body, anchors).map((section) => {
      const voice = serviceSection(section.id);
      const printClass = PRINT_CLASSES[voice?.element ?? voice?.linkElement ?? ""] ?? "d-print-none";
      return { ...voice, ...section, printClass, explained };
    });
  }

  function sectionHtml(section: VoiceSection, lang: string): string {
    const { headingIds, explained } = section;
    const page: GlossaryContext = { lang, headingIds, explained, headingLevel: SECTION_LEVEL };
    const tokens = markdown.parse(section.markdown, page);
    if (section.linkElement) firstLink(tokens)?.attrSet("data-element", section.linkElement);
    return markdown.renderer.render(tokens, markdown.options, page);
  }

  /** Where the link of a voice leads, by its `data-element`; undefined when the page has none. */
  function voiceLink(sections: readonly VoiceSection[], element: string, lang: string): string | undefined {
    const section = sections.find(({ linkElement }) => linkElement === element);
    if (!section) return undefined;
    const page: GlossaryContext = { lang, headingIds: section.headingIds };
    return firstLink(markdown.parse(section.markdown, page))?.attrGet("href") ?? undefined;
  }

  function firstLink(tokens: readonly Token[]): Token | undefined {
    return tokens
      .flatMap(({ children }) => children ?? [])
      .find((token) => token.type === "link_open" && !token.attrGet("href")?.startsWith("#"));
  }
}

import type { MarkdownIt } from "markdown-it";
import { type Section, splitSections } from "../../content-model/sections.ts";
import { isLinkToAnotherPage, type Voice, VOICES } from "../../content-model/voices.ts";

/** A voice of a sheet, ready for the template. */
export interface VoiceSection extends Section, Pick<Voice, "element" | "linkElement"> {
  /** Its class on the printed leaflet, or the class that keeps it off. */
  printClass: string;
}

const PRINT_CLASSES: Readonly<Record<string, string>> = {
  "service-addressed": "leaflet-who",
  "service-how-to": "leaflet-how",
  "service-area": "leaflet-call",
};

/** A sheet's body as the model's voices. */
export function sectionFilters(markdown: MarkdownIt) {
  return { voiceSections, sectionHtml };

  function voiceSections(body: string): VoiceSection[] {
    return splitSections(body).map((section) => {
      const voice = VOICES.find(({ label }) => label === section.label);
      const printClass = PRINT_CLASSES[voice?.element ?? voice?.linkElement ?? ""] ?? "d-print-none";
      return { ...voice, ...section, printClass };
    });
  }

  function sectionHtml(section: VoiceSection, lang: string): string {
    const page = { lang };
    const tokens = markdown.parse(section.markdown, page);
    const link = tokens.flatMap(({ children }) => children ?? []).find(isLinkToAnotherPage);
    if (section.linkElement) link?.attrSet("data-element", section.linkElement);
    return markdown.renderer.render(tokens, markdown.options, page);
  }
}

import type { MarkdownIt } from "markdown-it";
import { type Section, splitSections } from "../../content-model/sections.ts";
import { VOICES } from "../../content-model/voices.ts";

/** A voice of a sheet, ready for the template. */
export interface VoiceSection extends Section {
  /** The `data-element` of the text, where the model wants it there. */
  element?: string;
  /** The `data-element` of the text's first link to another page, where the model wants it there. */
  linkElement?: string;
  /** Its class on the printed leaflet, or the class that keeps it off. */
  printClass: string;
}

const LINK_ELEMENTS: Readonly<Record<string, string>> = {
  "service-generic-access": "appointment-booking",
  "service-file": "service-file",
  "service-area": "service-area",
};

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
      const element = VOICES.find(({ label }) => label === section.label)?.element ?? "";
      const linkElement = LINK_ELEMENTS[element];
      return {
        ...section,
        printClass: PRINT_CLASSES[element] ?? "d-print-none",
        ...(linkElement !== undefined && { linkElement }),
        ...(element !== linkElement && { element }),
      };
    });
  }

  function sectionHtml(section: VoiceSection, lang: string): string {
    const page = { lang };
    const tokens = markdown.parse(section.markdown, page);
    const links = tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === "link_open");
    const first = links.find((link) => !link.attrGet("href")?.startsWith("#"));
    if (section.linkElement) first?.attrSet("data-element", section.linkElement);
    return markdown.renderer.render(tokens, markdown.options, page);
  }
}

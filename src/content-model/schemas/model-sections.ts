import { slugify } from "./slug.ts";

/** A section that the national model expects on a service page. It is an `h2` in the Markdown. */
export interface ModelSection {
  /** The exact text of the heading, and of its entry in the index. */
  label: string;
  /** The `data-element` that the model's checks look for on the section's text. */
  element?: string;
  /**
   * The `data-element` that they look for on the first link in the text that leads to another page.
   */
  linkElement?: string;
  mandatory: boolean;
}

/** The model sections in the model's order. Source: https://designers.italia.it/modelli/comuni/ */
export const MODEL_SECTIONS: readonly ModelSection[] = [
  { label: "A chi è rivolto", element: "service-addressed", mandatory: true },
  { label: "Descrizione", element: "service-extended-description", mandatory: false },
  { label: "Come fare", element: "service-how-to", mandatory: true },
  { label: "Cosa serve", element: "service-needed", mandatory: true },
  { label: "Cosa si ottiene", element: "service-achieved", mandatory: true },
  { label: "Tempi e scadenze", element: "service-calendar-text", mandatory: true },
  { label: "Quanto costa", element: "service-cost", mandatory: false },
  {
    label: "Accedi al servizio",
    element: "service-generic-access",
    linkElement: "appointment-booking",
    mandatory: true,
  },
  { label: "Condizioni di servizio", linkElement: "service-file", mandatory: true },
  { label: "Contatti", linkElement: "service-area", mandatory: true },
];

const BY_ANCHOR = new Map(MODEL_SECTIONS.map((section) => [slugify(section.label), section]));

/**
 * The model section with this anchor. A translated heading has other words, but the same anchor.
 */
export function modelSection(id: string): ModelSection | undefined {
  return BY_ANCHOR.get(id);
}

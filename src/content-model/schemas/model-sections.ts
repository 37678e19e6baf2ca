import { slugify } from "./slug.ts";

/** A section that the national model wants on a service page (a "voce"): an `h2` of the page's Markdown. */
export interface ModelSection {
  /** The exact heading and index label. */
  label: string;
  /** The `data-element` that the model's checks look for on the section's text. */
  element?: string;
  /** The one that they look for on a link: the text's first that leads to another page. */
  linkElement?: string;
  mandatory: boolean;
}

/** The sections in the model's order. Source: https://designers.italia.it/modelli/comuni/ */
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

/** The section whose anchor this is: a translated heading has other words but keeps the anchor of its source. */
export function modelSection(id: string): ModelSection | undefined {
  return BY_ANCHOR.get(id);
}

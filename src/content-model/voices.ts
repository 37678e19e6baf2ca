/** A voice of the national model's service sheet: an `h2` of the page's Markdown. */
export interface Voice {
  /** The exact heading and index label. */
  label: string;
  /** The `data-element` that the model's checks look for. */
  element: string;
  mandatory: boolean;
}

/** The voices in the model's order. Source: https://designers.italia.it/modelli/comuni/ */
export const VOICES: readonly Voice[] = [
  { label: "A chi è rivolto", element: "service-addressed", mandatory: true },
  { label: "Descrizione", element: "service-extended-description", mandatory: false },
  { label: "Come fare", element: "service-how-to", mandatory: true },
  { label: "Cosa serve", element: "service-needed", mandatory: true },
  { label: "Cosa si ottiene", element: "service-achieved", mandatory: true },
  { label: "Tempi e scadenze", element: "service-calendar-text", mandatory: true },
  { label: "Quanto costa", element: "service-cost", mandatory: false },
  { label: "Accedi al servizio", element: "service-generic-access", mandatory: true },
  { label: "Condizioni di servizio", element: "service-file", mandatory: true },
  { label: "Contatti", element: "service-area", mandatory: true },
];

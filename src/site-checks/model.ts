/**
 * The national service model, for the checks of a built site. It repeats the generator's table on
 * purpose: a check that read that table would agree with any mistake in it.
 *
 * @see https://docs.italia.it/italia/designers-italia/design-comuni-docs
 */

/**
 * A model section of a service page, with its exact label in the page's index and the
 * `data-element` attributes that may mark it.
 */
interface ModelSection {
  label: string;
  elements: readonly string[];
  mandatory: boolean;
}

/** The model sections, in order. */
export const MODEL_SECTIONS: readonly ModelSection[] = [
  { label: "A chi è rivolto", elements: ["service-addressed"], mandatory: true },
  { label: "Descrizione", elements: ["service-extended-description"], mandatory: false },
  { label: "Come fare", elements: ["service-how-to"], mandatory: true },
  { label: "Cosa serve", elements: ["service-needed"], mandatory: true },
  { label: "Cosa si ottiene", elements: ["service-achieved"], mandatory: true },
  {
    label: "Tempi e scadenze",
    elements: ["service-calendar-text", "service-calendar-list"],
    mandatory: true,
  },
  { label: "Quanto costa", elements: ["service-cost"], mandatory: false },
  {
    label: "Accedi al servizio",
    elements: ["service-booking-access", "service-generic-access", "service-online-access"],
    mandatory: true,
  },
  { label: "Condizioni di servizio", elements: ["service-file"], mandatory: true },
  { label: "Contatti", elements: ["service-area"], mandatory: true },
];

/** Paths in the service page's JSON-LD that must be non-empty strings. */
export const STRUCTURED_DATA = [
  "name",
  "serviceType",
  "serviceOperator.name",
  "areaServed.name",
  "audience.audienceType",
  "availableChannel.serviceUrl",
  "availableChannel.serviceLocation.name",
] as const;

/** The parts of a postal address. Each is expected only where the authority's data has it. */
export const STRUCTURED_ADDRESS = ["streetAddress", "postalCode", "addressLocality"] as const;

/** Properties that schema.org allows in more than one place. */
export const FURTHER_STRUCTURED_DATA = [
  "servicePhone",
  "hoursAvailable",
  "termsOfService",
  "url",
  "description",
] as const;

/** The wording of the feedback form. */
export const FEEDBACK = {
  question: "Quanto sono chiare le informazioni su questa pagina?",
  positive: {
    element: "feedback-rating-positive",
    question: "Quali sono stati gli aspetti che hai preferito?",
    answers: [
      "Le indicazioni erano chiare",
      "Le indicazioni erano complete",
      "Capivo sempre che stavo procedendo correttamente",
      "Non ho avuto problemi tecnici",
      "Altro",
    ],
  },
  negative: {
    element: "feedback-rating-negative",
    question: "Dove hai incontrato le maggiori difficoltà?",
    answers: [
      "A volte le indicazioni non erano chiare",
      "A volte le indicazioni non erano complete",
      "A volte non capivo se stavo procedendo correttamente",
      "Ho avuto problemi tecnici",
      "Altro",
    ],
  },
  comment: "Vuoi aggiungere altri dettagli?",
  hint: "Inserire massimo 200 caratteri",
} as const;

/**
 * The exact text of each link by its `data-element`. An authority may lack some of the site
 * sections.
 */
export const LINK_TEXTS: Readonly<Record<string, string>> = {
  management: "Amministrazione",
  news: "Novità",
  "all-services": "Servizi",
  live: "Vivere il Comune",
  "all-topics": "Tutti gli argomenti",
  faq: "Leggi le FAQ",
  "appointment-booking": "Prenotazione appuntamento",
  "report-inefficiency": "Segnalazione disservizio",
  "privacy-policy-link": "Informativa privacy",
  "legal-notes": "Note legali",
};

import { CONTACTS, type Edits, PRIVACY, replace, SERVICE } from "../../support/fixture-site.ts";

const NEWS = "content/it/novita/apertura.md";

/** An editor's mistake, and the lines that the gate must name, as `file:line`. */
interface Slip {
  name: string;
  edits: Edits;
  at: string[];
}

export const OFFICE_SLIPS: Slip[] = [
  {
    name: "an hour that does not exist",
    edits: { [CONTACTS]: replace('"9:00"', '"25:00"') },
    at: [`${CONTACTS}:8`],
  },
  {
    name: "a line that closes before it opens",
    edits: { [CONTACTS]: replace('"17:00"', '"7:00"') },
    at: [`${CONTACTS}:9`],
  },
  {
    name: "a comma left out",
    edits: { [CONTACTS]: replace('"Europe/Rome",', '"Europe/Rome"') },
    at: [`${CONTACTS}:5`],
  },
  {
    name: "a number too short",
    edits: { [CONTACTS]: replace("+39 0571 878778", "0571 87") },
    at: [`${CONTACTS}:4`],
  },
  {
    name: "a closure that ends before it begins",
    edits: { [CONTACTS]: replace("2026-12-31", "2026-12-01") },
    at: [`${CONTACTS}:11`],
  },
  {
    name: "a day that does not exist",
    edits: { [PRIVACY]: replace("2026-11-23", "2026-02-30") },
    at: [`${PRIVACY}:5`],
  },
  {
    name: "a topic of no list",
    edits: { [SERVICE]: replace("Immigrazione", "Imigrazione") },
    at: [`${SERVICE}:9`],
  },
  {
    name: "a contact that is not there",
    edits: { [SERVICE]: replace("  - sportello", "  - sportelo") },
    at: [`${SERVICE}:11`],
  },
  {
    name: "a link to no page",
    edits: { [SERVICE]: replace("(/privacy/)", "(/riservatezza/)") },
    at: [`${SERVICE}:46`],
  },
  {
    name: "a link to no place of a page",
    edits: { [NEWS]: replace("#come-fare", "#come-si-fa") },
    at: [`${NEWS}:12`],
  },
  {
    name: "a model section by another name",
    edits: { [SERVICE]: replace("## Cosa serve", "## Cosa portare") },
    at: [`${SERVICE}:24`, `${SERVICE}:28`],
  },
  {
    name: "a model section without a text",
    edits: { [SERVICE]: replace("Niente.", "") },
    at: [`${SERVICE}:28`],
  },
  { name: "a title left out", edits: { [PRIVACY]: replace("title: Privacy\n", "") }, at: [`${PRIVACY}:1`] },
  {
    name: "HTML in a text",
    edits: { [PRIVACY]: replace("Nessuno.", "<b>Nessuno.</b>") },
    at: [`${PRIVACY}:10`],
  },
  {
    name: "a fact of no contact",
    edits: { [SERVICE]: replace("{{orari:sportello}}", "{{orari:ufficio}}") },
    at: [`${SERVICE}:38`],
  },
  {
    name: "a service suspended without a reason",
    edits: { [SERVICE]: replace("active: true", "active: false") },
    at: [`${SERVICE}:1`],
  },
  {
    name: "a heading that leaves out a level",
    edits: { [PRIVACY]: replace("### Eccezioni", "#### Eccezioni") },
    at: [`${PRIVACY}:12`],
  },
  {
    name: "a text that is too hard",
    edits: {
      [PRIVACY]: replace(
        "Nessuno.",
        "La presentazione dell'istanza presuppone l'autocertificazione della documentazione amministrativa.",
      ),
    },
    at: [`${PRIVACY}:8`],
  },
];

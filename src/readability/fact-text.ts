import { phoneFormats } from "../contacts/phone.ts";
import { isFactReference, type WrittenReference } from "../content-model/markdown/fact-references.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";

/** Stands for any hours: a page must not become too hard because its telephone answers at other times. */
const SOME_HOURS = "dal lunedì al venerdì dalle 9:00 alle 11:00";

/**
 * The words to read for a reference within a sentence of an Italian page. A wrong reference gives nothing: other checks
 * report it.
 */
export function factText(written: WrittenReference, { site, contacts }: SiteFacts): string {
  if (!isFactReference(written)) return "";
  if (written.name === "ente") return site.authority.name;
  const contact = written.id === undefined ? undefined : contacts[written.id];
  if (!contact) return "";
  switch (written.name) {
    case "telefono":
      return phoneFormats(contact.phone).national;
    case "telefono-internazionale":
      return phoneFormats(contact.phone).international;
    case "orari":
      return SOME_HOURS;
    // Drawings, and blocks that the site draws.
    case "simbolo":
    case "linea":
    case "calendario":
    case "licenza":
    case "dichiarazione-accessibilita":
      return "";
  }
}

import { hoursSentence } from "../contacts/hours.ts";
import { phoneFormats } from "../contacts/phone.ts";
import { isFactReference, type WrittenReference } from "../content-model/fact-references.ts";
import type { SiteFacts } from "../content-model/site-facts.ts";

/**
 * The words that stand on the Italian page for a reference within a sentence. A wrong reference gives nothing: other
 * checks report it.
 */
export function factText(written: WrittenReference, { site, contacts, i18n }: SiteFacts): string {
  if (!isFactReference(written)) return "";
  if (written.name === "ente") return site.body.name;
  const contact = written.id === undefined ? undefined : contacts[written.id];
  if (!contact) return "";
  switch (written.name) {
    case "telefono":
      return phoneFormats(contact.phone).national;
    case "telefono-internazionale":
      return phoneFormats(contact.phone).international;
    case "orari":
      return hoursSentence(contact, "it", ({ opens, closes }) =>
        (i18n["it"]?.["hours.range"] ?? "").replace("{opens}", opens).replace("{closes}", closes),
      );
    // Blocks: the site draws them.
    case "linea":
    case "calendario":
    case "licenza":
    case "dichiarazione-accessibilita":
      return "";
  }
}

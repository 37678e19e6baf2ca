import type { SourceDocument } from "../documents/source-document.ts";
import { textsAt } from "../documents/texts-at.ts";
import type { Problem } from "../problems/problem.ts";
import type { DataDocuments } from "../reading/read-data.ts";
import type { Vocabulary } from "../schemas/vocabulary.ts";
import { oneOf, didYouMean, quote } from "../problems/wording.ts";
import type { Addresses } from "./addresses.ts";
import { linkError, linkTarget } from "./link-target.ts";

/** What a file of `_data` says of another one, or of the pages, holds. */
export function checkData(
  { site, contacts, referenceStrings }: DataDocuments,
  { contactIds }: Vocabulary,
  addresses: Addresses,
): Problem[] {
  return [
    ...siteContact(site, contactIds),
    ...menuNames(site, referenceStrings),
    ...brokenLinks(site, ["sections", "*", "url"], addresses),
    ...brokenLinks(site, ["footerMenu", "*", "url"], addresses),
    ...contacts.flatMap((contact) => brokenLinks(contact, ["office"], addresses)),
  ];
}

function siteContact(site: SourceDocument | undefined, known: readonly string[] | undefined): Problem[] {
  if (!site || !known) return [];
  return textsAt(site, ["contact"])
    .filter(({ text }) => !known.includes(text))
    .map(({ text, path }) => ({
      file: site.file,
      line: site.lineOf(path),
      message: `contatto sconosciuto: ci vuole ${oneOf(known, "uno")}; qui c'è ${quote(text)}${didYouMean(text, known)}`,
    }));
}

/** The footer shows the interface string `footer.<id>`. */
function menuNames(site: SourceDocument | undefined, strings: SourceDocument | undefined): Problem[] {
  if (!site || !strings) return [];
  const known = textsAt(strings, ["*"]).map(({ path }) => String(path[0]));
  return textsAt(site, ["footerMenu", "*", "id"])
    .filter(({ text }) => !known.includes(`footer.${text}`))
    .map(({ text, path }) => ({
      file: site.file,
      line: site.lineOf(path),
      message: `voce di menu senza nome: ci vuole la chiave ${quote(`footer.${text}`)} in i18n/it.json; qui c'è ${quote(text)}`,
    }));
}

function brokenLinks(
  document: SourceDocument | undefined,
  pattern: readonly string[],
  addresses: Addresses,
): Problem[] {
  if (!document) return [];
  return textsAt(document, pattern).flatMap(({ text, path }) => {
    const target = linkTarget(text, "/", addresses.origin);
    const message = target.kind === "internal" ? linkError(text, target, addresses) : undefined;
    return message === undefined ? [] : [{ file: document.file, line: document.lineOf(path), message }];
  });
}

import { z } from "zod";
import { isReservedName } from "../../shared/reserved-names.ts";
import { type SourceDocument, textsAt, type ValuePath } from "../documents/source-document.ts";
import type { Problem } from "../problems/problem.ts";
import { oneOf, didYouMean, quote } from "../problems/wording.ts";
import type { KnownNames } from "../reading/known-names.ts";
import type { DataDocuments } from "../reading/read-data.ts";
import type { Addresses } from "./addresses.ts";
import { linkError, linkTarget } from "./link-target.ts";

/** Checks the references that data files make to each other and to pages. */
export function checkData(
  { site, contacts, referenceStrings }: DataDocuments,
  { contactIds }: KnownNames,
  addresses: Addresses,
): Problem[] {
  return [
    ...unknownContact(site, contactIds),
    ...unnamedMenuEntries(site, referenceStrings),
    ...brokenLinks(site, ["sections", "*", "url"], addresses),
    ...brokenLinks(site, ["footerMenu", "*", "url"], addresses),
    ...contacts.flatMap((contact) => brokenLinks(contact, ["office"], addresses)),
  ];
}

function unknownContact(site: SourceDocument | undefined, known: readonly string[] | undefined): Problem[] {
  if (!site || !known) return [];
  return textsAt(site, ["contact"])
    .filter(({ text }) => !known.includes(text))
    .map(({ text, path }) => ({
      file: site.file,
      line: site.lineOf(path),
      message: `contatto sconosciuto: ci vuole ${oneOf(known, "uno")}; qui c'è ${quote(text)}${didYouMean(text, known)}`,
    }));
}

/** The footer shows the interface text `footer.<id>`. */
function unnamedMenuEntries(
  site: SourceDocument | undefined,
  strings: SourceDocument | undefined,
): Problem[] {
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

/** What may be null in `site.json`, with what a site needs there. */
const BLANKS = {
  accessibilityDeclaration: "l'indirizzo della dichiarazione di accessibilità",
  securityContact: "un indirizzo a cui segnalare una falla di sicurezza",
};
const values = z.record(z.string(), z.unknown());
const noAddress = z.object({ authority: z.object({ address: z.record(z.string(), z.string().nullable()) }) });

const withIpaCode = z.object({ authority: z.object({ ipaCode: z.string() }) });

/** Warns about what a site may lack while it is being prepared, but needs before it goes live. */
export function siteWarnings(
  site: SourceDocument | undefined,
  { hasRatings }: Pick<KnownNames, "hasRatings">,
): Problem[] {
  if (!site) return [];
  const warn = (path: ValuePath, message: string): Problem => ({
    file: site.file,
    line: site.lineOf(path),
    message,
  });
  const address = noAddress.safeParse(site.value).data?.authority.address ?? {};
  const found = values.safeParse(site.value).data ?? {};
  return [
    ...textsAt(site, ["origin"])
      .filter(({ text }) => isReservedName(URL.parse(text)?.hostname ?? ""))
      .map(({ text, path }) =>
        warn(path, `prima di pubblicare ci vuole l'indirizzo vero del sito; qui c'è «${text}»`),
      ),
    ...Object.entries(address)
      .filter(([, part]) => part === null)
      .map(([key]) =>
        warn(
          ["authority", "address", key],
          `prima di pubblicare ci vuole «${key}» dell'ente; qui non c'è niente`,
        ),
      ),
    ...(hasRatings && !withIpaCode.safeParse(site.value).success
      ? [
          warn(
            ["authority"],
            "per pubblicare i voti ci vuole «ipaCode», il codice IPA dell'ente; qui non c'è",
          ),
        ]
      : []),
    ...Object.entries(BLANKS)
      .filter(([key]) => found[key] === null)
      .map(([key, needed]) => warn([key], `prima di pubblicare ci vuole ${needed}; qui non c'è niente`)),
  ];
}

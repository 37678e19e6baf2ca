import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FEEDBACK_ENDPOINT } from "../shared/feedback-contract.ts";
import { type BuiltPage, type BuiltSite, fileOf } from "./built-site.ts";
import { attributeOf } from "./document.ts";
import { about, type Finding } from "./finding.ts";

/** Attributes that contain an address. */
const ADDRESSES = ["href", "src", "action"];

/** Files whose text contains addresses. */
const WITH_ADDRESSES = /\.(csv|html|ics|jsonld|txt|webmanifest|xml)$/;

/** Reports links to a missing page or anchor, and pages that no link leads to. */
export async function linkFindings(site: BuiltSite): Promise<Finding[]> {
  const anchors = new Map(site.pages.map((page) => [page.path, anchorsOf(page)]));
  const dead = site.pages.flatMap((page) =>
    ownAddresses(page, site).flatMap(({ written, path, anchor }): [string, string][] => {
      if (!site.files.has(fileOf(path)))
        return [[page.path, `link che non porta da nessuna parte: «${written}»`]];
      if (anchor === "" || anchors.get(path)?.has(anchor)) return [];
      return [[page.path, `link a un punto che nella pagina non c'è: «${written}»`]];
    }),
  );
  return about("Link", [...dead, ...unreachable(site), ...(await deadInText(site))]);
}

/** An address of this site, both as it was written and split into path and anchor. */
interface OwnAddress {
  written: string;
  path: string;
  anchor: string;
}

/** Finds the addresses in a page's attributes that stay on this site. */
function ownAddresses(page: BuiltPage, { facts }: BuiltSite): OwnAddress[] {
  return ADDRESSES.flatMap((name) =>
    page.document.querySelectorAll(`[${name}]`).flatMap((element) => {
      const written = attributeOf(element, name) ?? "";
      // Subscribed calendars are fetched like any other file.
      const url = URL.parse(written.replace(/^webcal:/, "https:"), facts.site.origin + page.path);
      if (url?.origin !== facts.site.origin || url.pathname === FEEDBACK_ENDPOINT) return [];
      return [{ written, path: decode(url.pathname), anchor: decode(url.hash.slice(1)) }];
    }),
  );
}

/** Decodes an address. Returns it unchanged when its escapes are invalid. */
function decode(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

function anchorsOf({ document }: BuiltPage): Set<string> {
  return new Set(document.querySelectorAll("[id]").flatMap((element) => attributeOf(element, "id") ?? []));
}

/** Finds indexable pages that cannot be reached by following links from the home page. */
function unreachable(site: BuiltSite): [string, string][] {
  const reached = new Set(["/"]);
  for (const path of reached) {
    const page = site.byPath.get(path);
    for (const address of page ? ownAddresses(page, site) : []) reached.add(address.path);
  }
  return indexable(site.pages)
    .filter(({ path }) => !reached.has(path))
    .map(({ path }) => [path, "pagina a cui non porta nessun link"]);
}

/** Selects the pages that search engines may show. */
export function indexable(pages: readonly BuiltPage[]): BuiltPage[] {
  return pages.filter(
    ({ document }) =>
      !document
        .querySelectorAll('meta[name="robots"]')
        .some((meta) => attributeOf(meta, "content")?.includes("noindex")),
  );
}

/** Finds absolute addresses of this site, in any text file, that lead to no file. */
async function deadInText({ folder, facts, files }: BuiltSite): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const file of [...files].filter((name) => WITH_ADDRESSES.test(name))) {
    const text = unfold(await readFile(join(folder, file), "utf8"));
    // An ampersand starts a query or an escaped quote, so it ends the address here.
    for (const address of text.match(/https?:\/\/[^\s"'<>)\\&]+/g) ?? []) {
      const url = URL.parse(address);
      if (url?.origin === facts.site.origin && !files.has(fileOf(decode(url.pathname))))
        found.push([
          `/${file}`.replace(/\/index\.html$/, "/"),
          `indirizzo del sito a cui non c'è niente: «${address}»`,
        ]);
    }
  }
  return found;
}

/** Joins lines that iCalendar folds (RFC 5545, section 3.1). */
function unfold(text: string): string {
  return text.startsWith("BEGIN:VCALENDAR") ? text.replaceAll(/\r\n[ \t]/g, "") : text;
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { languagePrefix } from "../content-model/reading/page-url.ts";
import type { BuiltPage, BuiltSite } from "./built-site.ts";
import { attributeOf } from "./document.ts";
import { about, type Finding } from "./finding.ts";
import { indexable } from "./links.ts";
import { mismatch } from "./words.ts";

/** The path of each version of a page, by `hreflang`. */
type Alternates = Record<string, string>;

/**
 * Reports pages that do not declare their language, do not link to all their versions, or link to a
 * page in another language without saying so.
 */
export async function languageFindings(site: BuiltSite): Promise<Finding[]> {
  const known = new Map(site.pages.map((page) => [page.path, alternatesOf(page)]));
  const found = [
    ...site.pages.flatMap((page) =>
      [...languageMessages(page, site), ...undeclaredLanguages(page, site)].map(
        (message) => [page.path, message] as const,
      ),
    ),
    ...indexable(site.pages).flatMap((page) =>
      versionMessages(page, known, site).map((message) => [page.path, message] as const),
    ),
  ];
  return about("Lingue", [...found, ...(await siteMapMessages(known, site))]);
}

function languageMessages({ document, lang }: BuiltPage, { facts }: BuiltSite): string[] {
  const html = document.querySelector("html");
  const language = facts.site.languages.find(({ code }) => code === lang);
  return [
    ...mismatch("lang della pagina", lang, attributeOf(html, "lang") ?? ""),
    ...mismatch("dir della pagina", language?.dir ?? "ltr", attributeOf(html, "dir") ?? "ltr"),
  ];
}

function alternatesOf({ document }: BuiltPage): Alternates {
  const links = document
    .querySelectorAll('head link[rel="alternate"]')
    .filter((link) => link.hasAttribute("hreflang"));
  return Object.fromEntries(
    links.map((link) => [attributeOf(link, "hreflang") ?? "", pathOf(attributeOf(link, "href"))]),
  );
}

function versionMessages(page: BuiltPage, known: ReadonlyMap<string, Alternates>, site: BuiltSite): string[] {
  const codes = site.facts.site.languages.map(({ code }) => code);
  const local = page.path.slice(languagePrefix(page.lang, codes).length);
  const versions = Object.fromEntries(
    codes
      .map((code) => [code, languagePrefix(code, codes) + local])
      .filter(([, path = ""]) => site.byPath.has(path)),
  ) as Alternates;
  const source = versions[site.source];
  const expected: Alternates =
    Object.keys(versions).length < 2
      ? {}
      : { ...versions, ...(source !== undefined && { "x-default": source }) };
  const canonical = attributeOf(page.document.querySelector('head link[rel="canonical"]'), "href");
  return [
    ...mismatch("versioni in altre lingue", list(expected), list(known.get(page.path) ?? {})),
    ...mismatch("indirizzo canonico", site.facts.site.origin + page.path, canonical ?? ""),
  ];
}

/** Reports links to a page in another language that do not declare which. */
function undeclaredLanguages({ document, path, lang }: BuiltPage, site: BuiltSite): string[] {
  return document.querySelectorAll("a[href]").flatMap((link) => {
    if (link.hasAttribute("hreflang")) return [];
    const url = URL.parse(attributeOf(link, "href") ?? "", site.facts.site.origin + path);
    const target = url?.origin === site.facts.site.origin ? site.byPath.get(url.pathname) : undefined;
    return target && target.lang !== lang
      ? [`link a una pagina in un'altra lingua, che non dice quale: «${target.path}»`]
      : [];
  });
}

/** Reports where the site map lists other pages or versions than the pages do. */
async function siteMapMessages(
  known: ReadonlyMap<string, Alternates>,
  site: BuiltSite,
): Promise<[string, string][]> {
  const text = await readFile(join(site.folder, "sitemap.xml"), "utf8");
  const entries = new Map(
    Array.from(text.matchAll(/<url>[^]*?<\/url>/g), ([entry]) => {
      const links = entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g);
      const alternates = Array.from(links, ([, code = "", href]) => [code, pathOf(href)]);
      return [pathOf(/<loc>([^<]+)</.exec(entry)?.[1]), Object.fromEntries(alternates) as Alternates];
    }),
  );
  const expected = indexable(site.pages).map(({ path }) => path);
  return [
    ...expected
      .filter((path) => !entries.has(path))
      .map((path): [string, string] => [path, "manca in sitemap.xml"]),
    ...[...entries].flatMap(([path, alternates]): [string, string][] => {
      if (!expected.includes(path)) return [[path, "sta in sitemap.xml e non si deve trovare"]];
      return mismatch("versioni in sitemap.xml", list(known.get(path) ?? {}), list(alternates)).map(
        (message) => [path, message],
      );
    }),
  ];
}

function list(alternates: Alternates): string {
  return Object.entries(alternates)
    .map(([code, path]) => `${code} ${path}`)
    .sort()
    .join(", ");
}

function pathOf(address: string | undefined): string {
  return URL.parse(address ?? "")?.pathname ?? "";
}

import { languagePrefix } from "./page-url.ts";

/** What decides about addresses in a language. */
export interface LanguageAddresses {
  /** Codes of the site's languages, the source language first. */
  languages: readonly string[];
  /** Every address of the site. */
  urls: ReadonlySet<string>;
}

/** Stands for the site's origin while an address without one is resolved. */
const HERE = "https://here.invalid";

/**
 * The address that a link leads to. Editors write the source language's addresses in every language; a translation
 * leads to the same page in its own language, or to the source where that page is not translated.
 * Addresses of other sites, of points within the page (`#come-fare`) and of no page stay as they are.
 * @param page where the link stands.
 */
export function localAddress(
  href: string,
  page: { lang: string; url: string },
  { languages, urls }: LanguageAddresses,
): string {
  const prefix = languagePrefix(page.lang, languages);
  if (prefix === "/" || href.startsWith("#")) return href;
  const source = URL.parse(href, `${HERE}/${page.url.slice(prefix.length)}`);
  if (source?.origin !== HERE) return href;
  const local = prefix + source.pathname.slice(1);
  const path = [local, source.pathname].find((candidate) => urls.has(candidate));
  return path === undefined ? href : `${path}${source.search}${source.hash}`;
}

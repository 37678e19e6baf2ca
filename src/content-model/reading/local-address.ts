import { languagePrefix } from "./page-url.ts";

/** What is needed to find an address in another language. */
export interface LanguageAddresses {
  /** Codes of the site's languages, the source language first. */
  languages: readonly string[];
  /** Every address of the site. */
  urls: ReadonlySet<string>;
}

/** Stands for the site's origin while a relative address is resolved. */
const HERE = "https://here.invalid";

/**
 * The address that a link leads to. Editors write addresses of the source language on every page.
 * On a translated page, such a link leads to the translation of its target, if there is one. Links
 * to other sites, to anchors on the same page and to unknown addresses stay as they are.
 * @param page the page that contains the link
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

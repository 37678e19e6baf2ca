import { localAddress } from "../../content-model/reading/local-address.ts";
import { languagePrefix } from "../../content-model/reading/page-url.ts";
import type { Site } from "../../content-model/schemas/site.ts";
import { memoize } from "../../shared/memoize.ts";
import type { Build } from "../build.ts";

/** A page in one language, as offered in the language menu. */
interface LanguageVersion {
  code: string;
  /** The language's own name. */
  name: string;
  dir: "ltr" | "rtl";
  /** The page in that language, or the home page if there is no such version. */
  url: string;
  exists: boolean;
}

/** The codes of the site's languages, the source language first. */
export function languageCodes({ facts }: Build): string[] {
  return facts.site.languages.map(({ code }) => code);
}

export function sourceLanguage(build: Build): string {
  return languageCodes(build)[0] ?? "";
}

export function languageOf({ facts }: Build, lang: string): Site["languages"][number] | undefined {
  return facts.site.languages.find(({ code }) => code === lang);
}

/**
 * The attributes that mark an element's text as being in the source language. Empty on pages in
 * that language.
 */
export function sourceAttributes({ facts }: Build, lang: string): string {
  const [source] = facts.site.languages;
  return !source || source.code === lang ? "" : ` lang="${source.code}" dir="${source.dir}"`;
}

/** The address of a language's home page. */
export function homeOf(build: Build, lang: string): string {
  return languagePrefix(lang, languageCodes(build));
}

/**
 * The address of a page in another language, such as `/en/prenota/`, from its address in the source
 * language. If the page is not translated, the address stays the same.
 */
export function localUrl(build: Build, url: string, lang: string): string {
  const languages = languageCodes(build);
  return localAddress(url, { lang, url: languagePrefix(lang, languages) }, { languages, urls: build.urls });
}

/** True if the site has this address. */
export function isPublished({ urls }: Build, url: string): boolean {
  return urls.has(url);
}

/** The absolute URL of an address on this site. */
export function siteUrl({ facts }: Build, url: string): string {
  return new URL(url, facts.site.origin).href;
}

/** A page in every language of the site, including its own, in the site's order. */
export function languageVersions(build: Build, url: string, lang: string): LanguageVersion[] {
  const path = url.slice(homeOf(build, lang).length);
  return build.facts.site.languages.map((language) => {
    const home = homeOf(build, language.code);
    const exists = build.urls.has(home + path);
    return { ...language, url: exists ? home + path : home, exists };
  });
}

/**
 * The versions of a page for search engines. `x-default` is for readers of other languages. Empty
 * if there is only one version.
 */
export function alternates(build: Build, url: string, lang: string): { hreflang: string; url: string }[] {
  const versions = languageVersions(build, url, lang).filter(({ exists }) => exists);
  if (versions.length < 2) return [];
  const source = versions.filter(({ code }) => code === sourceLanguage(build));
  return [
    ...versions.map((version) => ({ hreflang: version.code, url: version.url })),
    ...source.map((version) => ({ hreflang: "x-default", url: version.url })),
  ];
}

/**
 * The locale for https://ogp.me/#optional, such as `it_IT`: the language, and the country where
 * most people speak it.
 */
export const openGraphLocale = memoize((lang: string): string => {
  const { language, region = "" } = new Intl.Locale(lang).maximize();
  return `${language}_${region}`;
});

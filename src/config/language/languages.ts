import { localAddress } from "../../content-model/reading/local-address.ts";
import { languagePrefix } from "../../content-model/reading/page-url.ts";
import type { Site } from "../../content-model/schemas/site.ts";
import type { Build } from "../build.ts";

/** A language as a page offers it. */
interface LanguageVersion {
  code: string;
  /** Its own name. */
  name: string;
  dir: "ltr" | "rtl";
  /** The page in that language, or its home page where that version does not exist. */
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
 * The attributes that say of an element that its text is in the source language. The pages of that
 * language need none.
 */
export function sourceAttributes({ facts }: Build, lang: string): string {
  const [source] = facts.site.languages;
  return !source || source.code === lang ? "" : ` lang="${source.code}" dir="${source.dir}"`;
}

/** Where the pages of a language begin. */
export function homeOf(build: Build, lang: string): string {
  return languagePrefix(lang, languageCodes(build));
}

/**
 * The address in another language of a page of the source language, such as `/en/prenota/`. Where
 * that page is not translated, the address stays as it is.
 */
export function localUrl(build: Build, url: string, lang: string): string {
  const languages = languageCodes(build);
  return localAddress(url, { lang, url: languagePrefix(lang, languages) }, { languages, urls: build.urls });
}

/** Whether the site has such an address. */
export function isPublished({ urls }: Build, url: string): boolean {
  return urls.has(url);
}

/** An address on this site with its origin. */
export function siteUrl({ facts }: Build, url: string): string {
  return new URL(url, facts.site.origin).href;
}

/** A page in every language of the site, in their order, itself included. */
export function languageVersions(build: Build, url: string, lang: string): LanguageVersion[] {
  const path = url.slice(homeOf(build, lang).length);
  return build.facts.site.languages.map((language) => {
    const home = homeOf(build, language.code);
    const exists = build.urls.has(home + path);
    return { ...language, url: exists ? home + path : home, exists };
  });
}

/**
 * The versions of a page for search engines. `x-default` is for those who read none of the
 * languages. A page that has only one version has none to name.
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
 * `it_IT`, as https://ogp.me/#optional wants it: the language with the country where most people
 * speak it.
 */
export function openGraphLocale(lang: string): string {
  const { language, region = "" } = new Intl.Locale(lang).maximize();
  return `${language}_${region}`;
}

import type { CollectionItem } from "@11ty/eleventy";
import { languagePrefix } from "../../content-model/reading/page-url.ts";
import { isListed } from "../../content-model/reading/site-urls.ts";
import { localAddress } from "../../content-model/reading/local-address.ts";
import type { Listing } from "../collections.ts";
import type { Build } from "../build.ts";

/** A language as a page offers it. */
export interface LanguageVersion {
  code: string;
  /** Its own name. */
  name: string;
  dir: "ltr" | "rtl";
  /** The page in that language, or its home page where that version does not exist. */
  url: string;
  exists: boolean;
}

/** Pages and addresses in the site's languages. */
export function languageFilters(build: Build) {
  return {
    localUrl,
    languageOf,
    sourceLanguage,
    sourceAttributes,
    languageVersions,
    alternates,
    inLanguage,
    listed,
    isPublished,
    openGraphLocale,
  };

  function codes(): string[] {
    return build.facts.site.languages.map(({ code }) => code);
  }

  function sourceLanguage(): string {
    return codes()[0] ?? "";
  }

  /** The attributes of an element whose text is in the source language: none on the pages of that language. */
  function sourceAttributes(lang: string): string {
    const [source] = build.facts.site.languages;
    return !source || source.code === lang ? "" : ` lang="${source.code}" dir="${source.dir}"`;
  }

  /** The address of a page of the source language in another, `/en/prenota/`; where it has no such page, as it was. */
  function localUrl(url: string, lang: string): string {
    const languages = codes();
    const { urls } = build;
    return localAddress(url, { lang, url: languagePrefix(lang, languages) }, { languages, urls });
  }

  function languageOf(lang: string) {
    return build.facts.site.languages.find(({ code }) => code === lang);
  }

  /** A page in every language of the site, in their order, itself included. */
  function languageVersions(url: string, lang: string): LanguageVersion[] {
    const { facts, urls } = build;
    const languages = codes();
    const path = url.slice(languagePrefix(lang, languages).length);
    return facts.site.languages.map((language) => {
      const home = languagePrefix(language.code, languages);
      const exists = urls.has(home + path);
      return { ...language, url: exists ? home + path : home, exists };
    });
  }

  /** The versions of a page for search engines, `x-default` for whoever reads none of them; none when it has but one. */
  function alternates(url: string, lang: string): { hreflang: string; url: string }[] {
    const versions = languageVersions(url, lang).filter(({ exists }) => exists);
    if (versions.length < 2) return [];
    const source = versions.filter(({ code }) => code === sourceLanguage());
    return [
      ...versions.map((version) => ({ hreflang: version.code, url: version.url })),
      ...source.map((version) => ({ hreflang: "x-default", url: version.url })),
    ];
  }

  /** The pages or listings of one language. */
  function inLanguage<Item extends CollectionItem | Listing>(items: readonly Item[], lang: string): Item[] {
    return items.filter((item) => ("lang" in item ? item.lang : item.data["lang"]) === lang);
  }

  /** The pages that a list of a language names: also, in the source language, news that nobody has translated. */
  function listed(items: readonly CollectionItem[], lang: string): CollectionItem[] {
    const addresses = { languages: codes(), urls: build.urls };
    return items.filter(({ url, data }) =>
      isListed({ url, lang: data["lang"], layout: data["layout"] }, lang, addresses),
    );
  }

  /** Whether the site has such an address. */
  function isPublished(url: string): boolean {
    return build.urls.has(url);
  }

  /** `it_IT`, as https://ogp.me/#optional wants it: the language with the country where most people speak it. */
  function openGraphLocale(lang: string): string {
    const { language, region = "" } = new Intl.Locale(lang).maximize();
    return `${language}_${region}`;
  }
}

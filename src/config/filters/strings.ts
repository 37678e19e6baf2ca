import { languagePrefix } from "../../content-model/page-url.ts";
import type { SiteState } from "../site-state.ts";

/** Interface strings by key, and addresses in a language. */
export function stringFilters(state: SiteState) {
  return { t: translate, localUrl, languageOf };

  /**
   * The interface string of a language, its `{placeholders}` filled in; without values they stay for the browser to fill.
   * @throws when `_data/i18n/<lang>.json` has no such key, or the values lack a placeholder.
   */
  function translate(key: string, lang: string, values?: Record<string, string | number>): string {
    const string = state.current().facts.i18n[lang]?.[key];
    if (string === undefined) throw new Error(`_data/i18n/${lang}.json: manca la chiave "${key}".`);
    if (!values) return string;
    return string.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined)
        throw new Error(`_data/i18n/${lang}.json, "${key}": manca il valore di ${placeholder}.`);
      return String(value);
    });
  }

  /** The address of an Italian page in another language: `/prenota/` is `/en/prenota/` in English. */
  function localUrl(url: string, lang: string): string {
    const codes = state.current().facts.site.languages.map(({ code }) => code);
    return languagePrefix(lang, codes) + url.slice(1);
  }

  function languageOf(lang: string) {
    return state.current().facts.site.languages.find(({ code }) => code === lang);
  }
}

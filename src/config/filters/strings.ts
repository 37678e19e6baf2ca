import { colonOf, fullStopOf } from "../../shared/punctuation.ts";
import { escapeHtml } from "../escape-html.ts";
import type { SiteState } from "../site-state.ts";

/** The words of a language: interface strings by key, what it calls the names in the data, and its punctuation. */
export function stringFilters(state: SiteState) {
  return { t: translate, tHtml: translateToHtml, word, headTitle, colon: colonOf, fullStop: fullStopOf };

  /**
   * The interface string of a language, its `{placeholders}` filled in; without values they stay for the browser to fill.
   * @throws when `_data/i18n/<lang>.json` has no such key, or the values lack a placeholder.
   */
  function translate(key: string, lang: string, values?: Record<string, string | number>): string {
    const string = stringOf(key, lang);
    return values ? fill(string, values, `_data/i18n/${lang}.json, "${key}"`) : string;
  }

  /** The same as HTML; each value, such as a telephone number, stays on one line and keeps its own direction. */
  function translateToHtml(key: string, lang: string, values: Record<string, string>): string {
    const isolated = Object.entries(values).map(([name, value]) => [
      name,
      `<bdi class="text-nowrap">${escapeHtml(value)}</bdi>`,
    ]);
    const place = `_data/i18n/${lang}.json, "${key}"`;
    return fill(
      escapeHtml(stringOf(key, lang)),
      Object.fromEntries(isolated) as Record<string, string>,
      place,
    );
  }

  function stringOf(key: string, lang: string): string {
    const string = state.current().facts.i18n[lang]?.[key];
    if (string === undefined) throw new Error(`_data/i18n/${lang}.json: manca la chiave "${key}".`);
    return string;
  }

  /** What a language calls a name or a description that the data have in the source language. */
  function word(source: string, lang: string): string {
    return state.current().facts.vocabulary[lang]?.[source] ?? source;
  }
}

/** What search engines show of a longer title is cut off. */
const MAX_TITLE_LENGTH = 70;

/** A page's title, or its short one when that is too long, with the name of what it belongs to where that has room. */
function headTitle(title: string, suffix: string, short = title): string {
  const own = title.length > MAX_TITLE_LENGTH ? short : title;
  const whole = `${own} - ${suffix}`;
  return own === suffix || whole.length > MAX_TITLE_LENGTH ? own : whole;
}

function fill(string: string, values: Record<string, string | number>, place: string): string {
  return string.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${place}: manca il valore di ${placeholder}.`);
    return String(value);
  });
}

import type { Build } from "../build.ts";
import { escapeHtml, type Html, safeHtml } from "./html.ts";
import { sourceAttributes, sourceLanguage } from "./languages.ts";

/*
 * The words of a language: interface texts by key, and translations of names in the data. Missing
 * translations fall back to the source language. `tHtml` and `wordHtml` return HTML that marks this
 * fallback; use them for the text of an element. `t` and `word` return plain text; use them where
 * no language can be marked: in attributes such as `aria-label` (which take the language of the
 * element, whose content may be translated), in `<title>`, in texts for scripts, and in JSON,
 * calendars and feeds.
 */

/**
 * The interface text for a key, with its `{placeholders}` filled in. Without values, the
 * placeholders stay for the browser to fill in.
 * @throws if no language has the key, or a placeholder has no value
 */
export function t(build: Build, key: string, lang: string, values?: Record<string, string | number>): string {
  const { text, place } = findString(build, key, lang);
  return values ? fill(text, values, place) : text;
}

/** Like {@link t}, but as HTML. A value may be text or HTML. */
export function tHtml(
  build: Build,
  key: string,
  lang: string,
  values?: Record<string, string | number | Html>,
): Html {
  const { text, place, isSource } = findString(build, key, lang);
  const html = values ? fill(escapeHtml(text), values, place, toHtml) : escapeHtml(text);
  return isSource ? markedAsSource(build, html, lang) : safeHtml(html);
}

/** All interface texts by key, as pages in a language show them. */
export function allStrings(build: Build, lang: string): Record<string, string> {
  const { i18n } = build.facts;
  return { ...i18n[sourceLanguage(build)], ...i18n[lang] };
}

/** Translates a name or description from the data. */
export function word({ facts }: Build, source: string, lang: string): string {
  return facts.vocabulary[lang]?.[source] ?? source;
}

/** Like {@link word}, but as HTML. */
export function wordHtml(build: Build, source: string, lang: string): Html {
  const own = build.facts.vocabulary[lang]?.[source];
  return own === undefined ? sourceHtml(build, source, lang) : safeHtml(escapeHtml(own));
}

/** A text that is always in the source language, such as a name, as HTML. */
export function sourceHtml(build: Build, text: string, lang: string): Html {
  return markedAsSource(build, escapeHtml(text), lang);
}

/** Search engines cut off longer titles. */
const MAX_TITLE_LENGTH = 70;

/**
 * The title for a page's head. If it is too long, the short title is used. The suffix is added if
 * there is room.
 */
export function headTitle(title: string, suffix: string, short = title): string {
  const own = title.length > MAX_TITLE_LENGTH ? short : title;
  const whole = `${own} - ${suffix}`;
  return own === suffix || whole.length > MAX_TITLE_LENGTH ? own : whole;
}

/** A value, such as a telephone number, that stays on one line and keeps its own text direction. */
export function isolated(value: string): Html {
  return safeHtml(`<bdi class="text-nowrap">${escapeHtml(value)}</bdi>`);
}

/** What stands in brackets, of the length of a name, with the mark that follows. */
const BRACKETED = /[(（][^()（）]{1,40}[)）][:：.,،。۔।]?/g;

/**
 * A title, in which a name in brackets breaks only if it is longer than a line:
 * «Сервіс (Segretariato sociale)».
 */
export function unbroken(title: string | Html): Html {
  return safeHtml(toHtml(title).replace(BRACKETED, '<span class="d-inline-block">$&</span>'));
}

function findString(
  build: Build,
  key: string,
  lang: string,
): { text: string; place: string; isSource: boolean } {
  const { i18n } = build.facts;
  const own = i18n[lang]?.[key];
  const text = own ?? i18n[sourceLanguage(build)]?.[key];
  const place = `_data/i18n/${own === undefined ? sourceLanguage(build) : lang}.json`;
  if (text === undefined) throw new Error(`${place}: manca la chiave "${key}".`);
  return { text, place: `${place}, "${key}"`, isSource: own === undefined };
}

function markedAsSource(build: Build, html: string, lang: string): Html {
  const attributes = sourceAttributes(build, lang);
  return safeHtml(attributes === "" ? html : `<span${attributes}>${html}</span>`);
}

function toHtml(value: string | number | Html): string {
  return typeof value === "object" ? value.toString() : escapeHtml(String(value));
}

function fill<Value>(
  string: string,
  values: Record<string, Value>,
  place: string,
  toText: (value: Value) => string = String,
): string {
  return string.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${place}: manca il valore di ${placeholder}.`);
    return toText(value);
  });
}

import type { Build } from "../build.ts";
import { escapeHtml, type Html, safeHtml } from "./html.ts";
import { sourceAttributes, sourceLanguage } from "./languages.ts";

/*
 * The words of a language: interface strings by key, and what it calls the names in the data.
 *
 * What nobody has translated falls back to the source language. `tHtml` and `wordHtml` give HTML
 * that says so, for the text of an element. `t` and `word` give the bare text, for where no
 * language can be told: attributes such as `aria-label` (their language is that of the element,
 * whose content may be translated), `<title>`, what scripts show, JSON, calendars and feeds.
 */

/**
 * The interface string of a language, with its `{placeholders}` filled in. Without values they
 * stay, for the browser to fill.
 * @throws when no language has such a key, or the values lack a placeholder.
 */
export function t(build: Build, key: string, lang: string, values?: Record<string, string | number>): string {
  const { text, place } = findString(build, key, lang);
  return values ? fill(text, values, place) : text;
}

/** The same as HTML; a value may be text or HTML. */
export function tHtml(
  build: Build,
  key: string,
  lang: string,
  values?: Record<string, string | number | Html>,
): Html {
  const { text, place, isSource } = findString(build, key, lang);
  const html = values ? fill(escapeHtml(text), values, place, toHtml) : escapeHtml(text);
  return isSource ? inItalian(build, html, lang) : safeHtml(html);
}

/** Every interface string by key as pages of a language show it. */
export function allStrings(build: Build, lang: string): Record<string, string> {
  const { i18n } = build.facts;
  return { ...i18n[sourceLanguage(build)], ...i18n[lang] };
}

/** What a language calls a name or a description that the data have in the source language. */
export function word({ facts }: Build, source: string, lang: string): string {
  return facts.vocabulary[lang]?.[source] ?? source;
}

/** The same as HTML. */
export function wordHtml(build: Build, source: string, lang: string): Html {
  const own = build.facts.vocabulary[lang]?.[source];
  return own === undefined ? sourceHtml(build, source, lang) : safeHtml(escapeHtml(own));
}

/** A text that is in the source language on pages of every language, such as a name, as HTML. */
export function sourceHtml(build: Build, text: string, lang: string): Html {
  return inItalian(build, escapeHtml(text), lang);
}

/** What search engines show of a longer title is cut off. */
const MAX_TITLE_LENGTH = 70;

/**
 * The title in the head of a page. One that is too long gives way to the short title. The name of
 * what the page belongs to follows where there is room for it.
 */
export function headTitle(title: string, suffix: string, short = title): string {
  const own = title.length > MAX_TITLE_LENGTH ? short : title;
  const whole = `${own} - ${suffix}`;
  return own === suffix || whole.length > MAX_TITLE_LENGTH ? own : whole;
}

/** A value, such as a telephone number, that stays on one line and keeps its own direction. */
export function isolated(value: string): Html {
  return safeHtml(`<bdi class="text-nowrap">${escapeHtml(value)}</bdi>`);
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

function inItalian(build: Build, html: string, lang: string): Html {
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

/** Numbers, days and names as an Italian text writes them. */
import { localeOf } from "../../../shared/locale.ts";
import { memoize } from "../../../shared/memoize.ts";

const LOCALE = localeOf("it");
const NO_BREAK = "\u00a0";

const INTEGER = new Intl.NumberFormat(LOCALE);
const DECIMAL = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A day in words is the same everywhere, so it is formatted in the zone in which it was parsed. */
const DAY = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat(LOCALE, {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Rome",
});

const LANGUAGES = new Intl.DisplayNames("it", { type: "language" });

/** A whole number: `1.234.567`. */
export function integer(value: number): string {
  return INTEGER.format(value);
}

/** A number with one decimal: `4,1`. */
export function decimal(value: number): string {
  return DECIMAL.format(value);
}

/** A share from 0 to 1: `74 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}${NO_BREAK}%`;
}

const ARTICLES = {
  il: ["il ", "lo ", "l’"],
  dal: ["dal ", "dallo ", "dall’"],
  al: ["al ", "allo ", "all’"],
} as const;

/** A share after an article, which depends on how it is read: `il 74 %`, `l’83 %`, `lo 0 %`. */
export function percentWith(article: keyof typeof ARTICLES, share: number): string {
  const [usual, zero, vowel] = ARTICLES[article];
  const value = Math.round(share * 100);
  if (value === 0) return zero + percent(share);
  return ([1, 8, 11].includes(value) || (value >= 80 && value < 90) ? vowel : usual) + percent(share);
}

/** How many there are of something: `1 valutazione`, `312 valutazioni`. */
export function quantity(count: number, one: string, many: string): string {
  return `${integer(count)} ${count === 1 ? one : many}`;
}

/** `2026-11-23` as `23 novembre 2026`. */
export function dayText(day: string): string {
  return DAY.format(new Date(day));
}

/** A moment as a clock in Italy shows it: `23 novembre 2026 alle ore 10:30`. */
export function momentText(moment: string): string {
  return MOMENT.format(new Date(moment));
}

/** A time in Italy, such as `2026-10-25T02:30:00+01:00` or `2026-10-25 02:30`, in words. */
export function localTimeText(time: string): string {
  return `${dayText(time.slice(0, 10))}, ore ${time.slice(11, 16)}`;
}

/** The name of a language: `francese`. */
export const languageName = memoize((code: string): string => LANGUAGES.of(code) ?? code);

/** A text with a capital at its beginning. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

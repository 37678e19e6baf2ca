import * as z from "zod";
import { addDays } from "../../shared/opening-hours.ts";

/**
 * Which posts a report is about. Without dates, `change` takes those that rated the words which a
 * page has now, and `year` those of the last twelve months.
 */
const selectionFields = {
  period: z.enum(["change", "year"]).default("change"),
  /** First and last day, in Italy. Either of them replaces the period. */
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** The address of a page in the source language. Its translations belong to it. */
  page: z.string().optional(),
  lang: z.string().optional(),
};

export const selectionSchema = z.object(selectionFields);
export type Selection = z.output<typeof selectionSchema>;

/** The addresses of pages in the source language, and the codes of languages, that there are. */
export interface KnownNames {
  pages: ReadonlySet<string>;
  languages: ReadonlySet<string>;
}

/**
 * Reads a selection from the texts of an address or of a command. What cannot be read is left out
 * and told, so that the reader sees a report and knows what it does not obey.
 * @param texts an empty text means that nothing was chosen
 * @returns the problems are Italian sentences
 */
export function readSelection(
  texts: Partial<Record<string, string>>,
  known: KnownNames,
): { selection: Selection; problems: readonly string[] } {
  const { period, since, until, page, lang } = texts;
  const problems: string[] = [];
  const take = (text: string | undefined, isRight: (text: string) => boolean, problem: string) => {
    if (text === undefined || text === "") return undefined;
    if (isRight(text)) return text;
    problems.push(`«${text}» ${problem}`);
    return undefined;
  };
  const howDays = "non è un giorno: scrivilo così, 2026-11-23";
  const isPeriod = (text: string) => selectionFields.period.safeParse(text).success;
  const taken = {
    period: take(period, isPeriod, "non è un periodo: scegli change (dall'ultima modifica) o year (12 mesi)"),
    since: take(since, isDay, howDays),
    until: take(until, isDay, howDays),
    page: take(page, (text) => known.pages.has(text), "non è una pagina del sito che ha il modulo"),
    lang: take(lang, (text) => known.languages.has(text), "non è una lingua del sito"),
  };
  if (taken.since !== undefined && taken.until !== undefined && taken.since > taken.until) {
    problems.push(`Il periodo finisce il ${taken.until}, prima di cominciare il ${taken.since}`);
    taken.until = undefined;
  }
  return { selection: selectionSchema.parse(taken), problems };
}

/** A query without its question mark. What is undefined or empty is left out. */
export function queryOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, text]) =>
    text === undefined || text === "" ? [] : [[name, text]],
  );
  return new URLSearchParams(given).toString();
}

/** A selection as the parameters of an address, without what it does not choose. */
export function selectionQuery({ period, since, until, page, lang }: Selection): string {
  return queryOf({ period: period === "change" ? undefined : period, since, until, page, lang });
}

/** True for a day such as `2026-11-23`. The database has no year 0. */
export function isDay(text: string): boolean {
  return !text.startsWith("0000") && selectionFields.since.safeParse(text).success;
}

/** Days in Italy, both included. An absent bound does not restrict. */
export interface Days {
  since?: string | undefined;
  until?: string | undefined;
}

/**
 * The days that a selection is about. None for `change`: there the words that were rated decide.
 * @param today the day in Italy
 */
export function selectedDays({ period, since, until }: Selection, today: string): Days {
  if (since !== undefined || until !== undefined) return { since, until };
  return period === "year" ? { since: addDays(today, -364), until: today } : {};
}

/** True if only posts about the words of now are selected. */
export function isSinceChange({ period, since, until }: Selection): boolean {
  return period === "change" && since === undefined && until === undefined;
}

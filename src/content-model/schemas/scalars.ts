import { z } from "zod";
import { siteToday } from "../../shared/site-today.ts";
import { SLUG } from "./slug.ts";

// Each schema's error text says what it expects, as a noun phrase that follows "ci vuole" (see
// schema-problems.ts).

/** A text that is not blank, on one line, without white space around it. */
export const text = z.string("un testo non vuoto").overwrite(oneLine).min(1);

/** A {@link text} that a page has limited room for. */
export function textUpTo(characters: number) {
  return text.max(characters, `un testo di al massimo ${characters} caratteri`);
}

/** A name, as it stands in titles, lists and links. */
export const nameText = textUpTo(160);

/** One or two sentences. */
export const sentences = textUpTo(300);

function oneLine(value: string): string {
  return value.replace(/\s*\n\s*/g, " ").trim();
}

/** An id or a file name: see {@link SLUG}. */
export const slugText = z.string("un nome di lettere minuscole, cifre e trattini").regex(SLUG);

/** A calendar date, such as `2024-05-02`. */
const localDate = z
  .string("una data che esiste, nella forma 2024-05-02")
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && exists(value));

/** A local date and time of Europe/Rome, such as `2024-05-02T15:33`. */
const localDateTime = z
  .string("una data e ora che esistono, nella forma 2024-05-02T15:33")
  .refine((value) => /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && exists(value.slice(0, 10)));

const EARLIEST_DATE = "2000-01-01";
const DAYS_AHEAD = 2;

/** A {@link localDate} that is not in the future. */
export const pastDate = localDate.refine(isPlausible, { error: plausibleDates, when: isDate(localDate) });

/** A {@link localDateTime} that is not in the future. */
export const pastDateTime = localDateTime.refine(isPlausible, {
  error: plausibleDates,
  when: isDate(localDateTime),
});

/**
 * The latest date allowed in the past. It is some days after the day of the build, so that neither
 * the time of day nor the machine's time zone matters.
 */
function latestDate(): string {
  const day = siteToday(process.env);
  day.setUTCDate(day.getUTCDate() + DAYS_AHEAD);
  return day.toISOString().slice(0, 10);
}

function isPlausible(date: string): boolean {
  return date >= EARLIEST_DATE && date.slice(0, 10) <= latestDate();
}

function plausibleDates(): string {
  return `una data tra ${EARLIEST_DATE} e ${latestDate()}, perché è di una cosa già fatta`;
}

/** A mistyped year must not plan something that nobody will see. */
const YEARS_AHEAD = 2;

/** A {@link localDate} in the past, or within two years after the day of the build. */
export const plannedDate = localDate.refine((date) => date <= latestPlannedDate(), {
  error: () => `una data entro il ${latestPlannedDate()}, perché più in là nessuno la legge ancora`,
  when: isDate(localDate),
});

function latestPlannedDate(): string {
  const day = siteToday(process.env);
  day.setUTCFullYear(day.getUTCFullYear() + YEARS_AHEAD);
  return day.toISOString().slice(0, 10);
}

/** A condition for refinements, so that an invalid date is reported only once. */
function isDate(schema: z.ZodType): (payload: z.core.ParsePayload) => boolean {
  return ({ value }) => schema.safeParse(value).success;
}

/** The address of a page of this site, such as `/servizi/`. */
export const sitePath = z
  .string("l'indirizzo di una pagina del sito, che comincia e finisce con /")
  .regex(/^\/([a-z0-9-]+\/)*$/);

const languageNames = new Intl.DisplayNames("it", { type: "language", fallback: "none" });

/** A language code (BCP 47), such as `ar`. */
export const languageCode = z
  .string("il codice di una lingua, come it o ar")
  .refine((value) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(value) && languageNames.of(value) !== undefined);

export const emailAddress = z.email("un indirizzo e-mail, come info@comune.example.it");

export const httpsUrl = z
  .string("un indirizzo web completo, che comincia con https://")
  // The parser skips line breaks, which other formats would carry on.
  .refine((value) => /^\S+$/.test(value) && URL.parse(value)?.protocol === "https:");

/** A list with at least one item and no duplicates. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .min(1)
    .superRefine((items, context) => {
      items.forEach((value, index) => {
        if (items.indexOf(value) === index) return;
        context.addIssue({
          code: "custom",
          path: [index],
          message: "ogni valore una volta sola",
          input: value,
        });
      });
    });
}

/** False for a day that the calendar lacks, because `Date` would move 30 February to March. */
function exists(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

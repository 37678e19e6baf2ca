import { lineCalendar } from "../../contacts/calendar.ts";
import { comingExceptions, exceptionDates, NOTICE_DAYS } from "../../contacts/exceptions.ts";
import { dayWords, hoursRows, hoursSentence, isAlwaysOpen, languageList } from "../../contacts/hours.ts";
import { phoneFormats } from "../../contacts/phone.ts";
import { lineSchedule } from "../../contacts/schedule.ts";
import { calendarUrl } from "../../content-model/reading/site-urls.ts";
import type { Contact } from "../../content-model/schemas/contacts.ts";
import type { Week } from "../../shared/opening-hours.ts";
import { commaOf } from "../../shared/punctuation.ts";
import type { Build } from "../build.ts";
import { type Html, safeHtml } from "../language/html.ts";
import { localUrl, siteUrl, sourceLanguage } from "../language/languages.ts";
import { t, tHtml, word, wordHtml } from "../language/strings.ts";

function contactOf(build: Build, id: string): Contact {
  const contact = build.facts.contacts[id];
  if (!contact) throw new Error(`_data/contacts/${id}.json: manca il contatto.`);
  return contact;
}

/** The main contact of a page: the first that it names, otherwise the site's. */
export function ownContact(build: Build, ids: readonly string[] = []): string {
  return ids[0] ?? build.facts.site.contact;
}

/** A contact's number as a link: `href` to call it and `text` to read it. */
export function telephone(build: Build, id: string) {
  return phoneLink(contactOf(build, id).phone);
}

function phoneLink(phone: string) {
  const { e164, national, international } = phoneFormats(phone);
  return { href: `tel:${e164}`, text: national, international };
}

/** Where an appointment with a contact can be booked online. */
export function booking(build: Build, id: string): string | undefined {
  return contactOf(build, id).booking;
}

export function phoneLine(build: Build, id: string, lang: string, headingLevel?: number) {
  const contact = contactOf(build, id);
  const { href, text } = phoneLink(contact.phone);
  return {
    id,
    lang,
    name: wordHtml(build, contact.name, lang),
    headingLevel,
    schedule: lineSchedule(contact, build.today),
    hoursRows: table(build, contact.hours, lang),
    counterRows: table(build, contact.counterHours, lang),
    always: isAlwaysOpen(contact),
    comma: commaOf(lang),
    // Every browser knows the words of the source language, Italian.
    ...(lang !== sourceLanguage(build) && { dayWords: dayWords(lang) }),
    phoneHref: href,
    phoneText: text,
    suspended: suspendedServices(build, id, lang),
    exceptions: exceptions(build, contact, lang),
    hoursChecked: hasHours(contact) ? contact.checked?.on : undefined,
    ...details(build, contact, lang),
  };
}

function hasHours({ hours, counterHours }: Contact): boolean {
  return hours.length + counterHours.length > 0;
}

/** The optional details of a contact, apart from its phone line. */
function details(build: Build, contact: Contact, lang: string) {
  const { email, pec, address, interpreter, appointmentOnly, languages } = contact;
  return {
    otherPhones: contact.otherPhones.map(({ name, phone }) => ({
      name: wordHtml(build, name, lang),
      ...phoneLink(phone),
    })),
    email,
    pec,
    address: address && `${address.streetAddress}, ${address.postalCode} ${address.addressLocality}`,
    booking: contact.booking,
    languages: languages && languageList(languages, lang),
    interpreter,
    appointmentOnly,
  };
}

/** The closures and other hours to announce now, in words. Closures have no `hours`. */
function exceptions(build: Build, contact: Contact, lang: string) {
  const { facts, today } = build;
  const days = facts.site.closureNoticeDays ?? NOTICE_DAYS;
  return comingExceptions(contact, today, days).map((exception) => ({
    dates: exceptionDates(exception, lang),
    ...("hours" in exception && { hours: sentence(build, exception.hours, lang) }),
    ...(exception.reason !== undefined && { reason: wordHtml(build, exception.reason, lang) }),
  }));
}

function table(build: Build, hours: Contact["hours"], lang: string) {
  if (hours.length === 0) return false;
  return hoursRows(hours, lang, words(build, lang)).map(({ day, ranges }) => ({
    day,
    ranges: ranges.map(({ times, note }) => ({
      times,
      note: note === undefined ? undefined : safeHtml(note),
    })),
  }));
}

function sentence(build: Build, hours: Contact["hours"], lang: string): Html {
  return safeHtml(hoursSentence(hours, lang, words(build, lang)));
}

/**
 * The words for hours in a language, as HTML. The names of days and languages around them need no
 * escaping.
 */
function words(build: Build, lang: string) {
  return {
    range: (times: { opens: string; closes: string }) => tHtml(build, "hours.range", lang, times).toString(),
    week: (week: Week) => tHtml(build, `hours.week.${week}`, lang).toString(),
  };
}

/**
 * The names of suspended services that use this phone line. Callers need to know before they call.
 */
function suspendedServices(build: Build, id: string, lang: string): string[] {
  return build.pages.flatMap(({ data, lang: language }) =>
    language === lang && data.layout === "service" && !data.active && data.contacts.includes(id)
      ? (data.navTitle ?? data.title)
      : [],
  );
}

/** A contact's hours as a sentence, such as "lunedì e martedì dalle 9:00 alle 11:00". */
export function hours(build: Build, id: string, lang: string): Html {
  return sentence(build, contactOf(build, id).hours, lang);
}

/** The links to subscribe to the hours and to download them. */
export function calendarLinks(build: Build, id: string, lang: string) {
  const file = localUrl(build, calendarUrl(id), lang);
  return {
    subscribe: siteUrl(build, file).replace(/^https?:/, "webcal:"),
    file,
  };
}

/** The hours as an iCalendar file. */
export function calendar(build: Build, id: string, lang: string): string {
  const contact = contactOf(build, id);
  const { facts, today } = build;
  return lineCalendar(
    contact,
    lineSchedule(contact, today),
    {
      summary: t(build, "hours.event", lang, { name: word(build, contact.name, lang) }),
      url: `${facts.site.origin}${localUrl(build, contact.office, lang)}`,
      uid: `${id}@${new URL(facts.site.origin).hostname}`,
    },
    today,
  );
}

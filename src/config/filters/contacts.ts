import { lineCalendar } from "../../contacts/calendar.ts";
import { comingExceptions, exceptionDates, NOTICE_DAYS } from "../../contacts/exceptions.ts";
import { dayWords, hoursRows, hoursSentence, isAlwaysOpen, languageList } from "../../contacts/hours.ts";
import { phoneFormats } from "../../contacts/phone.ts";
import { lineSchedule } from "../../contacts/schedule.ts";
import type { Contact } from "../../content-model/schemas/contacts.ts";
import { calendarUrl } from "../../content-model/reading/site-urls.ts";
import type { Week } from "../../shared/opening-hours.ts";
import { commaOf } from "../../shared/punctuation.ts";
import { type Html, safeHtml } from "../safe-html.ts";
import type { Build } from "../build.ts";
import { languageFilters } from "./languages.ts";
import { stringFilters } from "./strings.ts";

/** Views of a telephone line, from the one place where its number and hours stand. */
export function contactFilters(build: Build) {
  const { t, tHtml, word, wordHtml } = stringFilters(build);
  const { localUrl, sourceLanguage } = languageFilters(build);
  return { ownContact, phoneLine, hours, calendar, calendarLinks, telephone, booking };

  function contactOf(id: string): Contact {
    const contact = build.facts.contacts[id];
    if (!contact) throw new Error(`_data/contacts/${id}.json: manca il contatto.`);
    return contact;
  }

  /** The contact that a page speaks of: the first of its own, or the site's where it names none. */
  function ownContact(ids: readonly string[] = []): string {
    return ids[0] ?? build.facts.site.contact;
  }

  /** A number as a link: `href` to call it, `text` to read it. */
  function telephone(id: string) {
    return phoneLink(contactOf(id).phone);
  }

  function phoneLink(phone: string) {
    const { e164, national, international } = phoneFormats(phone);
    return { href: `tel:${e164}`, text: national, international };
  }

  /** Where an appointment with a contact can be booked online. */
  function booking(id: string): string | undefined {
    return contactOf(id).booking;
  }

  /** The parameters of the `phone-line` component. */
  function phoneLine(id: string, lang: string, headingLevel?: number) {
    const contact = contactOf(id);
    const { href, text } = phoneLink(contact.phone);
    return {
      id,
      lang,
      name: wordHtml(contact.name, lang),
      headingLevel,
      schedule: lineSchedule(contact, build.today),
      hoursRows: table(contact.hours, lang),
      counterRows: table(contact.counterHours, lang),
      always: isAlwaysOpen(contact),
      comma: commaOf(lang),
      // Every browser knows the source language, Italian.
      ...(lang !== sourceLanguage() && { dayWords: dayWords(lang) }),
      phoneHref: href,
      phoneText: text,
      suspended: suspendedServices(id, lang),
      exceptions: exceptions(contact, lang),
      ...details(contact, lang),
    };
  }

  /** What a contact has besides its line: all of it may be missing. */
  function details(contact: Contact, lang: string) {
    const { email, pec, address, interpreter, appointmentOnly, languages } = contact;
    return {
      otherPhones: contact.otherPhones.map(({ name, phone }) => ({
        name: wordHtml(name, lang),
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

  /** The closures and other hours that it is time to tell, in words: closed ones have no `hours`. */
  function exceptions(contact: Contact, lang: string) {
    const { facts, today } = build;
    const days = facts.site.closureNoticeDays ?? NOTICE_DAYS;
    return comingExceptions(contact, today, days).map((exception) => ({
      dates: exceptionDates(exception, lang),
      ...("hours" in exception && { hours: sentence(exception.hours, lang) }),
      ...(exception.reason !== undefined && { reason: wordHtml(exception.reason, lang) }),
    }));
  }

  function table(hours: Contact["hours"], lang: string) {
    if (hours.length === 0) return false;
    return hoursRows(hours, lang, words(lang)).map(({ day, ranges }) => ({
      day,
      ranges: ranges.map(({ times, note }) => ({
        times,
        note: note === undefined ? undefined : safeHtml(note),
      })),
    }));
  }

  function sentence(hours: Contact["hours"], lang: string): Html {
    return safeHtml(hoursSentence(hours, lang, words(lang)));
  }

  /** What a language says of hours, as HTML: around it there are names of days and languages, which need no escaping. */
  function words(lang: string) {
    return {
      range: (times: { opens: string; closes: string }) => tHtml("hours.range", lang, times).toString(),
      week: (week: Week) => tHtml(`hours.week.${week}`, lang).toString(),
    };
  }

  /** The names of the services behind a line that are not active: who calls must know before. */
  function suspendedServices(id: string, lang: string): string[] {
    return build.pages.flatMap(({ data, lang: language }) =>
      language === lang && data.layout === "service" && !data.active && data.contacts.includes(id)
        ? (data.navTitle ?? data.title)
        : [],
    );
  }

  /** "lunedì e martedì dalle 9:00 alle 11:00". */
  function hours(id: string, lang: string): Html {
    return sentence(contactOf(id).hours, lang);
  }

  /** Where a calendar can subscribe to the hours, and where it can take them once. */
  function calendarLinks(id: string, lang: string) {
    const file = localUrl(calendarUrl(id), lang);
    return {
      subscribe: new URL(file, build.facts.site.origin).href.replace(/^https?:/, "webcal:"),
      file,
    };
  }

  /** The hours as an iCalendar file. */
  function calendar(id: string, lang: string): string {
    const contact = contactOf(id);
    const { facts, today } = build;
    return lineCalendar(
      contact,
      lineSchedule(contact, today),
      {
        summary: t("hours.event", lang, { name: word(contact.name, lang) }),
        url: `${facts.site.origin}${localUrl(contact.office, lang)}`,
        uid: `${id}@${new URL(facts.site.origin).hostname}`,
      },
      today,
    );
  }
}

import { lineCalendar } from "../../contacts/calendar.ts";
import { closureDates, comingClosures, NOTICE_DAYS } from "../../contacts/closures.ts";
import { dayWords, hoursRows, hoursSentence } from "../../contacts/hours.ts";
import { phoneFormats } from "../../contacts/phone.ts";
import { lineSchedule } from "../../contacts/schedule.ts";
import type { Contact } from "../../content-model/contacts.ts";
import { commaOf } from "../../shared/punctuation.ts";
import { type Html, safeHtml } from "../safe-html.ts";
import type { SiteState } from "../site-state.ts";
import { languageFilters } from "./languages.ts";
import { stringFilters } from "./strings.ts";

/** Views of a telephone line, from the one place where its number and hours stand. */
export function contactFilters(state: SiteState) {
  const { t, tHtml, word, wordHtml } = stringFilters(state);
  const { localUrl, sourceLanguage } = languageFilters(state);
  return { ownContact, phoneLine, hours, calendar, telephone };

  function contactOf(id: string): Contact {
    const contact = state.current().facts.contacts[id];
    if (!contact) throw new Error(`_data/contacts/${id}.json: manca il contatto.`);
    return contact;
  }

  /** The contact that a page speaks of: the first of its own, or the site's where it names none. */
  function ownContact(ids: readonly string[] = []): string {
    return ids[0] ?? state.current().facts.site.contact;
  }

  /** A number as a link: `href` to call it, `text` to read it. */
  function telephone(id: string) {
    const { e164, national, international } = phoneFormats(contactOf(id).phone);
    return { href: `tel:${e164}`, text: national, international };
  }

  /** The parameters of the `phone-line` component. */
  function phoneLine(id: string, lang: string, headingLevel?: number) {
    const contact = contactOf(id);
    const { href, text } = telephone(id);
    return {
      id,
      lang,
      name: wordHtml(contact.name, lang),
      headingLevel,
      schedule: lineSchedule(contact, state.current().today),
      hoursRows: hoursRows(contact, lang),
      comma: commaOf(lang),
      // Every browser knows the source language, Italian.
      ...(lang !== sourceLanguage() && { dayWords: dayWords(lang) }),
      phoneHref: href,
      phoneText: text,
      suspended: suspendedServices(id, lang),
      closures: closures(contact, lang),
    };
  }

  /** The closures that it is time to tell, in words. */
  function closures(contact: Contact, lang: string) {
    const { facts, today } = state.current();
    const days = facts.site.closureNoticeDays ?? NOTICE_DAYS;
    return comingClosures(contact, today, days).map((closure) => ({
      dates: closureDates(closure, lang),
      reason: wordHtml(closure.reason, lang),
    }));
  }

  /** The names of the services behind a line that are not active: who calls must know before. */
  function suspendedServices(id: string, lang: string): string[] {
    return state
      .current()
      .pages.flatMap(({ data, lang: language }) =>
        language === lang && data.layout === "service" && !data.active && data.contacts.includes(id)
          ? (data.navTitle ?? data.title)
          : [],
      );
  }

  /** "lunedì e martedì dalle 9:00 alle 11:00". */
  function hours(id: string, lang: string): Html {
    const range = (times: { opens: string; closes: string }) => tHtml("hours.range", lang, times).toString();
    // Around the ranges there are names of days only, which need no escaping.
    return safeHtml(hoursSentence(contactOf(id), lang, range));
  }

  /** The hours as an iCalendar file. */
  function calendar(id: string, lang: string): string {
    const contact = contactOf(id);
    const { facts, today } = state.current();
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

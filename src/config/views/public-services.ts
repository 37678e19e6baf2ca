import { comingExceptions, type Exception, exceptionDates } from "../../contacts/exceptions.ts";
import { hoursSentence } from "../../contacts/hours.ts";
import type { Page } from "../../content-model/reading/page.ts";
import type { Contact } from "../../content-model/schemas/contacts.ts";
import type { WeeklyHours } from "../../shared/opening-hours.ts";
import type { Build } from "../build.ts";
import { languageVersions, siteUrl, sourceLanguage } from "../language/languages.ts";
import { t } from "../language/strings.ts";
import { telephone } from "./contacts.ts";
import { authorityId, authorityTerm, contextOf, ipaCode, ref, sourceText, textIn } from "./linked-data.ts";

/**
 * The services of a site as linked data after CPSV-AP 3.2, from the same facts as its pages: each
 * service in all its languages, who is responsible, and how it is reached, and when.
 * @see https://semiceu.github.io/CPSV-AP/releases/3.2.0/
 */
export function publicServices(build: Build) {
  const services = build.pages.filter(
    ({ lang, data }) => lang === sourceLanguage(build) && data.layout === "service",
  );
  const contacts = [
    ...new Set(services.flatMap(({ data }) => (data.layout === "service" ? data.contacts : []))),
  ];
  return {
    "@context": contextOf("cpsv", "cv", "dcat", "dct", "foaf", "locn", "skos", "time", "xsd"),
    "@graph": [
      organisation(build),
      ...services.map((page) => service(build, page)),
      ...contacts.flatMap((id) => contactNodes(build, id)),
    ],
  };
}

function organisation(build: Build) {
  const { authority } = build.facts.site;
  const { streetAddress, postalCode, addressLocality } = authority.address;
  const address = {
    ...(streetAddress !== null && { "locn:thoroughfare": sourceText(build, streetAddress) }),
    ...(postalCode !== null && { "locn:postCode": postalCode }),
    ...(addressLocality !== null && { "locn:postName": sourceText(build, addressLocality) }),
  };
  return {
    "@id": authorityId(build),
    "@type": "cv:PublicOrganisation",
    "dct:identifier": ipaCode(build) ?? authorityId(build),
    "dct:title": sourceText(build, authority.name),
    "skos:prefLabel": sourceText(build, authority.name),
    "dct:spatial": authorityTerm("atu/ITA"),
    ...(Object.keys(address).length > 0 && { "locn:address": { "@type": "locn:Address", ...address } }),
  };
}

function service(build: Build, { url, lang, data }: Page) {
  if (data.layout !== "service") return {};
  const versions = languageVersions(build, url, lang).flatMap((version) => {
    const page = version.exists ? build.pageAt.get(version.url) : undefined;
    return page ? [page] : [];
  });
  return {
    "@id": serviceId(build, url),
    "@type": "cpsv:PublicService",
    "dct:identifier": serviceId(build, url),
    "dct:title": versions.map((page) => textIn(page.lang, page.data.title)),
    "dct:description": versions.map((page) => textIn(page.lang, description(build, page))),
    "dcat:keyword": data.topics.map((topic) => sourceText(build, topic)),
    "foaf:page": versions.map((page) => ref(siteUrl(build, page.url))),
    "cv:hasCompetentAuthority": ref(authorityId(build)),
    "cv:contactPoint": data.contacts.map((id) => ref(contactId(build, id))),
    "cv:hasChannel": data.contacts.flatMap((id) => channels(build, id).map(({ "@id": own }) => ref(own))),
  };
}

/** The model has no property for a suspended service, so its description says so. */
function description(build: Build, { lang, data }: Page): string {
  if (data.layout !== "service" || data.active) return data.description;
  return `${t(build, "service.inactive", lang)}: ${data.inactiveReason ?? ""} ${data.description}`;
}

function contactNodes(build: Build, id: string) {
  const contact = build.facts.contacts[id];
  if (!contact) return [];
  return [
    {
      "@id": contactId(build, id),
      "@type": "cv:ContactPoint",
      "cv:telephone": telephone(build, id).international,
      ...(contact.email && { "cv:email": contact.email }),
      "cv:contactPage": ref(siteUrl(build, contact.office)),
      ...opening(build, contact, contact.hours),
    },
    ...channels(build, id),
  ];
}

/** The ways to reach a contact: by telephone, at the counter, and online. */
function channels(build: Build, id: string) {
  const contact = build.facts.contacts[id];
  if (!contact) return [];
  const { counterHours, address, appointmentOnly, booking } = contact;
  const channel = (name: string, label: string, more: object) => {
    const own = `${contactId(build, id)}-${name}`;
    return {
      "@id": own,
      "@type": "cv:Channel",
      "dct:identifier": own,
      "dct:description": sourceText(build, label),
      "cv:ownedBy": ref(authorityId(build)),
      ...more,
    };
  };
  const hasCounter = counterHours.length > 0 || address !== undefined || appointmentOnly === true;
  return [
    channel("telefono", "Telefono", opening(build, contact, contact.hours)),
    ...(hasCounter ? [channel("sportello", "Sportello", opening(build, contact, counterHours))] : []),
    ...(booking === undefined
      ? []
      : [channel("prenotazione", "Prenotazione online", { "foaf:page": ref(booking) })]),
  ];
}

/** When a contact is reached, and the coming days on which that is different. */
function opening(build: Build, contact: Contact, hours: Contact["hours"]) {
  const exceptions = hours.length > 0 ? comingExceptions(contact, build.today) : [];
  return {
    ...(hours.length > 0 && { "cv:openingHours": hours.map((range) => weekly(build, range)) }),
    ...(exceptions.length > 0 && {
      "cv:specialOpeningHoursSpecification": exceptions.map((exception) => special(build, exception)),
    }),
  };
}

function weekly(build: Build, range: Contact["hours"][number]) {
  return {
    "@type": "time:TemporalEntity",
    "dct:description": sourceText(build, sentence(build, [range])),
    "cv:frequency": authorityTerm(`frequency/${range.weeks ? "MONTHLY" : "WEEKLY"}`),
    "time:hasBeginning": timeOfWeek(range.days, range.opens),
    "time:hasEnd": timeOfWeek(range.days, range.closes),
  };
}

/** @see https://www.w3.org/TR/owl-time/#time:DateTimeDescription */
function timeOfWeek(days: WeeklyHours["days"], time: string) {
  // As everywhere else, the day ends one minute before midnight: no hour has the number 24.
  const [hour = "", minute = ""] = (time === "24:00" ? "23:59" : time).split(":");
  const number = (digits: string) => ({
    "@value": String(Number(digits)),
    "@type": "xsd:nonNegativeInteger",
  });
  return {
    "@type": "time:Instant",
    "time:inDateTime": {
      "@type": "time:DateTimeDescription",
      "time:unitType": ref("time:unitMinute"),
      "time:dayOfWeek": days.map((day) => ref(`time:${day.charAt(0).toUpperCase()}${day.slice(1)}`)),
      "time:hour": number(hour),
      "time:minute": number(minute),
    },
  };
}

function special(build: Build, exception: Exception) {
  const lang = sourceLanguage(build);
  const what =
    "hours" in exception ? sentence(build, exception.hours) : t(build, "contact.closed", lang).toLowerCase();
  const reason = exception.reason === undefined ? "" : ` (${exception.reason})`;
  const day = (date: string) => ({
    "@type": "time:Instant",
    "time:inXSDDate": { "@value": date, "@type": "xsd:date" },
  });
  return {
    "@type": "time:TemporalEntity",
    "dct:description": sourceText(build, `${exceptionDates(exception, lang)}: ${what}${reason}`),
    "time:hasBeginning": day(exception.from),
    "time:hasEnd": day(exception.to),
  };
}

function sentence(build: Build, hours: Contact["hours"]): string {
  const lang = sourceLanguage(build);
  return hoursSentence(hours, lang, {
    range: (times) => t(build, "hours.range", lang, times),
    week: (week) => t(build, `hours.week.${week}`, lang),
  });
}

function serviceId(build: Build, url: string): string {
  return siteUrl(build, `${url}#servizio`);
}

function contactId(build: Build, id: string): string {
  return siteUrl(build, `/servizi.jsonld#${id}`);
}

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { contact } from "../../../src/content-model/schemas/contacts.ts";
import { FRONT_MATTER } from "../../../src/content-model/schemas/front-matter.ts";
import { site } from "../../../src/content-model/schemas/site.ts";
import { topics } from "../../../src/content-model/schemas/topics.ts";
import { bilingual } from "../../support/bilingual-site.ts";
import { append, FIXTURE_SITE, replace, SERVICE, SITE, withSite } from "../../support/fixture-site.ts";
import { FULL_CONTACT } from "../../support/full-contact.ts";

/** The day of the build, at most three weeks before the closures below. */
const TODAY = "2026-11-25";

/** What the site shows for each key. A key that only changes something else is listed with that. */
const SHOWN: Record<string, Record<string, string | RegExp>> = {
  contact: {
    name: /<h3[^>]*>Pasti a casa</,
    office: /URL;VALUE=URI:https:\/\/aiuto\.internal\/amministrazione\/sportello\//,
    phone: `href="tel:+390551234567"`,
    "otherPhones.name": "Numero verde: ",
    "otherPhones.phone": `href="tel:+39800123456"`,
    email: "mailto:pasti@comune.example.it",
    pec: "mailto:comune@pec.example.it",
    "address.streetAddress": `"streetAddress":"Via dei Tigli 7"`,
    "address.postalCode": "50053 Empoli",
    "address.addressLocality": "50053 Empoli",
    booking: /<a [^>]*href="https:\/\/prenota\.example\.it\/pasti" data-element="service-booking-access">/,
    languages: "Lingue parlate: arabo",
    interpreter: "Puoi chiedere un interprete",
    timeZone: "TZID=Atlantic/Azores",
    // The fête nationale falls on a Wednesday in 2027 and is no holiday in Italy.
    publicHolidays: "&quot;2027-07-14&quot;",
    openOnHolidays: "&quot;2027-07-14&quot;",
    "hours.days": /Venerdì<\/th><td><bdi[^>]*>8:05/,
    "hours.weeks": "il primo del mese",
    "hours.opens": "8:05–10:10",
    "hours.closes": "8:05–10:10",
    "hours.languages": "cinese)",
    "otherHours.from": /Orario diverso: 1–2 dicembre 2026/,
    "otherHours.to": /Orario diverso: 1–2 dicembre 2026/,
    "otherHours.reason": "Corso del personale",
    "otherHours.hours.days": "mercoledì dalle 7:15 alle 7:45",
    "otherHours.hours.opens": "mercoledì dalle 7:15 alle 7:45",
    "otherHours.hours.closes": "mercoledì dalle 7:15 alle 7:45",
    "counterHours.days": /Giovedì<\/th><td><bdi[^>]*>16:20/,
    "counterHours.weeks": "l'ultimo del mese; francese",
    "counterHours.opens": "16:20–18:40",
    "counterHours.closes": "16:20–18:40",
    "counterHours.languages": "l'ultimo del mese; francese",
    appointmentOnly: "Allo sportello si va solo con un appuntamento",
    "closures.from": /Non risponde: 3–5 dicembre 2026/,
    "closures.to": /Non risponde: 3–5 dicembre 2026/,
    "closures.reason": "Lavori nella sede",
    updated: "DTSTAMP:20240502T000000Z",
    "checked.on": `Orari controllati il: <time datetime="2024-05-20">20 maggio 2024</time>`,
    // The build tells these two to the editor, in its warning.
    "checked.by": "ci vuole una conferma di «Ufficio dei pasti»",
    "checked.everyMonths": "«Ufficio dei pasti» ogni 3 mesi",
  },
  site: {
    origin: `<link rel="canonical" href="https://aiuto.internal/`,
    adopted: "Non è il sito ufficiale",
    title: "Sportello di aiuto</",
    tagline: "Un sito di prova",
    "authority.name": "Ente di prova",
    "authority.ipaCode": `"dct:identifier":"edp_1"`,
    "authority.emblem.viewBox": `viewBox="0 0 24 24"`,
    "authority.emblem.path": `d="M0 0h24v24H0z"`,
    "authority.address.streetAddress": `"streetAddress":"Via di prova 1"`,
    "authority.address.postalCode": `"postalCode":"00000"`,
    "authority.address.addressLocality": `"addressLocality":"Prova"`,
    "languages.code": `<html lang="it" data-lang="it">`,
    "languages.name": />English</,
    "languages.dir": `<html lang="en" data-lang="en" dir="rtl">`,
    contact: `href="tel:+390571878778"`,
    closureNoticeDays: "Lavori nella sede",
    "sections.id": "Tutti i servizi",
    "sections.url": `href="/amministrazione/"`,
    "sections.element": `data-element="all-services"`,
    "sections.categoryElement": `data-element="service-category-link"`,
    "sections.categories": ">Notizie</",
    "footerMenu.id": /data-element="privacy-policy-link">Informativa privacy</,
    "footerMenu.url": /href="\/privacy\/" data-element="privacy-policy-link"/,
    "footerMenu.element": `data-element="privacy-policy-link"`,
    accessibilityDeclaration: `href="https://form.agid.gov.it/view/prova"`,
    securityContact: "Contact: mailto:sicurezza@aiuto.internal",
    "contentLicense.title": "Licenza dei contenuti",
    "contentLicense.url": `href="https://creativecommons.org/licenses/by/4.0/legalcode.it"`,
    "contentLicense.paragraphs": "Si può riusare tutto.",
  },
  "front matter": {
    layout: "service-title",
    title: `data-element="service-title">Pasti a domicilio<`,
    description: "I pasti arrivano a casa tua.",
    updated: `datetime="2026-11-22T08:31"`,
    navTitle: ">Pasti pronti<",
    category: /data-element="breadcrumb"[^]*>Salute, benessere e assistenza</,
    topics: "/argomenti/immigrazione/",
    contacts: `href="tel:+390551234567"`,
    active: "Servizio non attivo",
    inactiveReason: "Riprende a maggio.",
    serviceType: `"serviceType":"Consegna di pasti"`,
    audience: `"audienceType":"Anziani"`,
    "changes.date": "19 novembre 2026",
    "changes.text": "Cambia chi cucina.",
    published: "21 novembre 2026",
    section: ">Tutti gli uffici<",
  },
  topic: {
    name: `href="/argomenti/trasporto-dei-pasti/"`,
    description: "Chi li porta, e quando.",
  },
};

const SCHEMAS: Record<string, readonly z.ZodType[]> = {
  contact: [contact],
  site: [site],
  "front matter": Object.values(FRONT_MATTER),
  topic: [topics],
};

/** The paths of a schema's values, without list positions. */
function leaves(schema: z.core.$ZodType, path: readonly string[] = []): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return leaves(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return leaves(schema.element, path);
  if (!(schema instanceof z.ZodObject)) return [path.join(".")];
  return Object.entries(schema.shape).flatMap(([key, child]) =>
    leaves(child as z.core.$ZodType, [...path, key]),
  );
}

/** The service page of a suspended service with that contact. */
function mealsPage(): string {
  return readFileSync(join(FIXTURE_SITE, SERVICE), "utf8")
    .replace("title: Aiuto", "title: Pasti a domicilio\nnavTitle: Pasti pronti")
    .replace(/description: .*/, "description: I pasti arrivano a casa tua.")
    .replace(/updated: .*/, "updated: 2026-11-22T08:31")
    .replace("  - Immigrazione", "  - Immigrazione\n  - Trasporto dei pasti")
    .replace("  - sportello\n", "  - pasti\n")
    .replace("active: true", "active: false\ninactiveReason: Riprende a maggio.")
    .replace("serviceType: Informazioni", "serviceType: Consegna di pasti")
    .replace("audience: Cittadini", "audience: Anziani")
    .replace("date: 2026-11-23", "date: 2026-11-19")
    .replace("Prima versione.", "Cambia chi cucina.")
    .replaceAll(":sportello}}", ":pasti}}")
    .concat("\n{{calendario:pasti}}\n");
}

let built = "";

beforeAll(async () => {
  const edits = bilingual({
    [SITE]: (source) =>
      source
        .replace('"adopted": true', '"adopted": false')
        .replace('"emblem":', '"ipaCode": "edp_1",\n  "emblem":')
        .replace('"contact":', '"closureNoticeDays": 9,\n  "contact":')
        .replace('"English", "dir": "ltr"', '"English", "dir": "rtl"'),
    "_data/contacts/pasti.json": () => JSON.stringify(FULL_CONTACT),
    "_data/topics.json": () =>
      JSON.stringify([
        { name: "Assistenza sociale" },
        { name: "Immigrazione" },
        { name: "Trasporto dei pasti", description: "Chi li porta, e quando." },
      ]),
    "content/it/servizi/pasti.md": mealsPage,
    "content/it/note-legali.md": append("\n{{licenza}}\n"),
    "content/en/note-legali.md": append("\n{{licenza}}\n"),
    "content/it/novita/apertura.md": replace("published: 2026-11-23", "published: 2026-11-21"),
  });
  await withSite(edits, async (folder) => {
    const output = join(folder, "built");
    const env = { ...process.env, SITE_TODAY: TODAY, SITE_DIR: folder, OUTPUT_DIR: output };
    const { stderr } = await promisify(execFile)(process.execPath, ["src/tasks/build.ts"], { env });
    const files = await readdir(output, { recursive: true });
    const texts = files
      .filter((file) => /\.(html|ics|jsonld|txt)$/.test(file))
      .map((file) => readFile(join(output, file), "utf8"));
    built = [stderr, ...(await Promise.all(texts))].join("\n");
  });
});

describe.each(Object.entries(SCHEMAS))("every key of a %s", (kind, schemas) => {
  const keys = [...new Set(schemas.flatMap((schema) => leaves(schema)))];

  it("is one that this test knows how to find", () => {
    expect(Object.keys(SHOWN[kind] ?? {}).sort()).toEqual(keys.toSorted());
  });

  it.each(keys)("reaches a page: %s", (key) => {
    const shown = SHOWN[kind]?.[key] ?? "";
    expect(typeof shown === "string" ? built.includes(shown) : shown.test(built)).toBe(true);
    expect(shown).not.toBe("");
  });
});

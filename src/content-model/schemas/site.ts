import { z } from "zod";
import { emailAddress, httpsUrl, listOf, nameText, sitePath, slugText, text } from "./scalars.ts";

export const SECTION_IDS = ["management", "news", "services"] as const;

const origin = z
  .string("l'indirizzo del sito senza barra finale, come https://sito.example")
  .refine((value) => URL.parse(value)?.protocol === "https:" && URL.parse(value)?.origin === value);

const languageCode = z.string("il codice di una lingua in lettere minuscole, come it").regex(/^[a-z]{2,3}$/);

/** A part of the address. It is null until the authority fills it in, and is never invented. */
const addressPart = nameText.nullable();

const viewBox = z
  .string("un riquadro di quattro numeri separati da spazi, come 0 0 24 24")
  .regex(/^-?[\d.]+( -?[\d.]+){3}$/);

/** @see https://www.w3.org/TR/SVG2/paths.html#PathDataBNF */
const svgPath = z
  .string("un tracciato SVG, fatto di numeri e comandi, come M0 0h24v24z")
  .regex(/^[Mm][MmZzLlHhVvCcSsQqTtAa\d\s.,eE+-]*$/);

const authority = z.strictObject({
  name: nameText,
  /** Its code in the national index of public bodies. Null until somebody has looked it up. */
  ipaCode: z
    .string("il codice IPA dell'ente, come c_a123")
    .regex(/^\w{1,20}$/)
    .nullable()
    .optional(),
  /** An SVG path, drawn in one colour. */
  emblem: z.strictObject({ viewBox, path: svgPath }),
  address: z.strictObject({
    streetAddress: addressPart,
    postalCode: addressPart,
    addressLocality: addressPart,
  }),
});

const language = z.strictObject({ code: languageCode, name: nameText, dir: z.enum(["ltr", "rtl"]) });

type Language = z.infer<typeof language>;

function eachCodeOnce(languages: readonly Language[], context: z.RefinementCtx): void {
  languages.forEach(({ code }, index) => {
    if (languages.findIndex((other) => other.code === code) === index) return;
    context.addIssue({
      code: "custom",
      path: [index, "code"],
      message: "ogni lingua una volta sola",
      input: code,
    });
  });
}

/** An entry of the main menu. `element` is the national model's `data-element`. */
const section = z.strictObject({
  id: z.enum(SECTION_IDS),
  url: sitePath,
  element: text,
  categoryElement: text,
  categories: listOf(nameText),
});

const footerLink = z.strictObject({ id: text, url: sitePath, element: text });

/** `site.json`: facts about the whole site. */
export const site = z.strictObject({
  /** Scheme and host, without a final slash. */
  origin,
  /** False until an authority adopts the site. The footer then says that it is not official. */
  adopted: z.boolean(),
  title: nameText,
  tagline: nameText,
  authority,
  /** The first is the source language, whose pages are below `/`. */
  languages: z.array(language).min(1).superRefine(eachCodeOnce),
  /** Id of the contact for the whole site. */
  contact: slugText,
  /** How many days before a closure pages begin to announce it. Defaults to 21. */
  closureNoticeDays: z.int("un numero intero di giorni").min(0).max(366).optional(),
  sections: z.array(section),
  footerMenu: z.array(footerLink),
  /** The declaration on AgID's site. Null until it is published. */
  accessibilityDeclaration: httpsUrl.nullable(),
  /** Who is told of a security flaw: an e-mail address or a page. Null until it is decided. */
  securityContact: z
    .union([emailAddress, httpsUrl], "un indirizzo e-mail, o un indirizzo web che comincia con https://")
    .nullable()
    .optional(),
  contentLicense: z.strictObject({ title: text, url: httpsUrl, paragraphs: z.array(text).min(1) }),
});

export type Site = z.infer<typeof site>;
export type SiteSection = z.infer<typeof section>;

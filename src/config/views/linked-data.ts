import type { Build } from "../build.ts";
import { siteUrl, sourceLanguage } from "../language/languages.ts";

/** What the prefixes in linked data stand for. Written out, so that readers need no other file. */
const PREFIXES = {
  cpsv: "http://purl.org/vocab/cpsv#",
  cv: "http://data.europa.eu/m8g/",
  dcat: "http://www.w3.org/ns/dcat#",
  dcatapit: "http://dati.gov.it/onto/dcatapit#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  locn: "http://www.w3.org/ns/locn#",
  owl: "http://www.w3.org/2002/07/owl#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  time: "http://www.w3.org/2006/time#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

type Prefix = keyof typeof PREFIXES;

/** The JSON-LD context with some prefixes: https://www.w3.org/TR/json-ld11/#the-context */
export function contextOf(...prefixes: readonly Prefix[]): Record<string, string> {
  return Object.fromEntries(prefixes.map((prefix) => [prefix, PREFIXES[prefix]]));
}

/** A thing that is described elsewhere, by its address. */
export function ref(id: string): { "@id": string } {
  return { "@id": id };
}

/**
 * A term of a controlled vocabulary of the European Union, such as `frequency/MONTHLY`.
 * @see https://op.europa.eu/en/web/eu-vocabularies/controlled-vocabularies
 */
export function authorityTerm(term: string): { "@id": string } {
  return ref(`http://publications.europa.eu/resource/authority/${term}`);
}

/** A text with its language. */
export function textIn(lang: string, text: string) {
  return { "@value": text, "@language": lang };
}

/** A text in the source language. */
export function sourceText(build: Build, text: string) {
  return textIn(sourceLanguage(build), text);
}

/** A calendar date, from a date or a date with a time. */
export function dateValue(date: string) {
  return { "@value": date.slice(0, 10), "@type": "xsd:date" };
}

/** The address that stands for the authority in all files of a site. */
export function authorityId(build: Build): string {
  return siteUrl(build, "/#ente");
}

/** What identifies the authority: its code in the national index, if the site has it. */
export function ipaCode({ facts }: Build): string | undefined {
  return facts.site.authority.ipaCode ?? undefined;
}

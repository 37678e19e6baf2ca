import type { AddressKind } from "../../content-model/reading/site-urls.ts";
import type { Build } from "../build.ts";
import { siteUrl, sourceLanguage } from "../language/languages.ts";
import { t } from "../language/strings.ts";
import { authorityId, authorityTerm, contextOf, dateValue, ipaCode, ref, sourceText } from "./linked-data.ts";
import { publishedPages } from "./ratings.ts";

/** The files of open data: the text that names each, and its format in the EU's vocabulary. */
const FILES: Readonly<Partial<Record<AddressKind, { name: string; fileType: string; label: string }>>> = {
  services: { name: "data.services", fileType: "JSON_LD", label: "JSON-LD" },
  ratingsCsv: { name: "data.ratings", fileType: "CSV", label: "CSV" },
  ratingsJson: { name: "data.ratings", fileType: "JSON", label: "JSON" },
  catalogue: { name: "data.catalogue", fileType: "JSON_LD", label: "JSON-LD" },
};

/** The files that the page of open data lists. `name` is the key of a text. */
export function openDataFiles({ addresses }: Build): { url: string; name: string; format: string }[] {
  return addresses.flatMap(({ kind, url }) => {
    const file = FILES[kind];
    return file ? [{ url, name: file.name, format: file.label }] : [];
  });
}

/** The published ratings, one record a page. A part that is not shown is null. */
export function ratingsJson(build: Build) {
  return publishedPages(build).map(({ page, until, total, positive, negative }) => ({
    pagina: siteUrl(build, page),
    voti: total,
    voti_4_5: positive,
    voti_1_3: negative,
    fino_al: until,
  }));
}

/**
 * The published ratings as CSV (RFC 4180). No value has to be escaped: addresses on this site
 * consist of letters, digits and hyphens, and the rest are numbers and dates.
 */
export function ratingsCsv(build: Build): string {
  const header = "pagina,voti,voti_4_5,voti_1_3,fino_al";
  const rows = ratingsJson(build).map(({ pagina, ...numbers }) =>
    [`"${pagina}"`, ...Object.values(numbers)].join(","),
  );
  return [header, ...rows].map((line) => `${line}\r\n`).join("");
}

interface Dataset {
  /** What follows `#` in its address. */
  id: string;
  title: string;
  description: string;
  /** Terms of the EU's vocabularies `data-theme` and `frequency`. */
  theme: string;
  frequency: string;
  modified: string;
  files: readonly AddressKind[];
}

/**
 * What data the site publishes, after the mandatory properties of DCAT-AP_IT 1.0.
 * @see https://docs.italia.it/italia/daf/linee-guida-cataloghi-dati-dcat-ap-it
 */
export function catalogue(build: Build) {
  const { facts, addresses } = build;
  const { name } = facts.site.authority;
  const datasets = datasetsOf(build);
  const catalogueUrl = addresses.find(({ kind }) => kind === "catalogue")?.url ?? "";
  const dataPage = build.pages.find(({ data }) => data.layout === "data");
  const holder = {
    "@id": authorityId(build),
    "@type": ["dcatapit:Agent", "foaf:Agent"],
    ...(ipaCode(build) && { "dct:identifier": ipaCode(build) }),
    "foaf:name": sourceText(build, name),
  };
  return {
    "@context": contextOf("dcat", "dcatapit", "dct", "foaf", "owl", "vcard", "xsd"),
    "@id": siteUrl(build, catalogueUrl),
    "@type": ["dcatapit:Catalog", "dcat:Catalog"],
    "dct:title": sourceText(build, `Dati aperti: ${facts.site.title}, ${name}`),
    "dct:description": sourceText(build, `I dati che il sito «${facts.site.title}» pubblica.`),
    "dct:publisher": holder,
    "dct:modified": dateValue(latest(datasets.map(({ modified }) => modified))),
    "dct:language": authorityTerm("language/ITA"),
    "dcat:themeTaxonomy": authorityTerm("data-theme"),
    "foaf:homepage": ref(siteUrl(build, dataPage?.url ?? "/")),
    "dcat:dataset": datasets.map((dataset) => ({
      "@id": siteUrl(build, `${catalogueUrl}#${dataset.id}`),
      "@type": ["dcatapit:Dataset", "dcat:Dataset"],
      "dct:identifier": siteUrl(build, `${catalogueUrl}#${dataset.id}`),
      "dct:title": sourceText(build, dataset.title),
      "dct:description": sourceText(build, dataset.description),
      "dct:modified": dateValue(dataset.modified),
      "dcat:theme": authorityTerm(`data-theme/${dataset.theme}`),
      "dct:rightsHolder": ref(authorityId(build)),
      "dct:publisher": ref(authorityId(build)),
      "dct:accrualPeriodicity": authorityTerm(`frequency/${dataset.frequency}`),
      "dct:language": authorityTerm("language/ITA"),
      ...contactPoint(build),
      "dcat:distribution": addresses.flatMap(({ kind, url }) =>
        dataset.files.includes(kind) ? [distribution(build, kind, url)] : [],
      ),
    })),
  };
}

function datasetsOf({ facts, pages }: Build): Dataset[] {
  const changes = [
    ...pages.flatMap(({ data }) => (data.layout === "service" ? data.updated : [])),
    ...Object.values(facts.contacts).flatMap(({ updated }) => updated ?? []),
  ];
  const services: Dataset = {
    id: "servizi",
    title: "Servizi, con orari e contatti",
    description:
      "I servizi che il sito descrive: che cosa sono, come si raggiungono, quando rispondono. Segue il profilo CPSV-AP.",
    theme: "SOCI",
    frequency: "IRREG",
    modified: latest(changes),
    files: ["services"],
  };
  if (!facts.ratings) return [services];
  const ratings: Dataset = {
    id: "valutazioni",
    title: "Voti delle pagine",
    description:
      "Quante persone hanno votato ogni pagina del sito, e per quante è chiara (voti 4 e 5). I numeri sono multipli di 5, arrotondati per difetto. Una parte sotto 5 non si pubblica, e nemmeno l'altra.",
    theme: "GOVE",
    frequency: "MONTHLY",
    modified: facts.ratings.until,
    files: ["ratingsCsv", "ratingsJson"],
  };
  return [services, ratings];
}

function distribution(build: Build, kind: AddressKind, url: string) {
  const { name = "", fileType = "", label = "" } = FILES[kind] ?? {};
  return {
    "@id": siteUrl(build, url),
    "@type": ["dcatapit:Distribution", "dcat:Distribution"],
    "dct:title": sourceText(build, `${t(build, name, sourceLanguage(build))} (${label})`),
    "dct:format": authorityTerm(`file-type/${fileType}`),
    "dcat:accessURL": ref(siteUrl(build, url)),
    "dcat:downloadURL": ref(siteUrl(build, url)),
    "dct:license": {
      ...authorityTerm("licence/CC_BY_4_0"),
      "@type": ["dcatapit:LicenseDocument", "dct:LicenseDocument"],
      "dct:type": ref("http://purl.org/adms/licencetype/Attribution"),
      "foaf:name": sourceText(build, "Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)"),
      "owl:versionInfo": "4.0",
    },
  };
}

/** Whom to ask about the data. The profile wants an e-mail address, which a site may lack. */
function contactPoint(build: Build) {
  const contact = build.facts.contacts[build.facts.site.contact];
  if (contact?.email === undefined) return {};
  return {
    "dcat:contactPoint": {
      "@type": ["dcatapit:Organization", "vcard:Organization"],
      "vcard:fn": sourceText(build, contact.name),
      "vcard:hasEmail": ref(`mailto:${contact.email}`),
    },
  };
}

/** The latest of some dates, with or without a time. */
function latest(dates: readonly string[]): string {
  return dates.toSorted().at(-1) ?? "";
}

import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { catalogue, openDataFiles, ratingsCsv, ratingsJson } from "../../../../src/config/views/open-data.ts";
import { buildAfter, FIXTURE } from "../../../support/fixture-build.ts";
import { replace, SITE } from "../../../support/fixture-site.ts";
import { readLinkedData, thingsOf } from "../../../support/linked-data.ts";
import { PUBLISHED } from "../../../support/published-site.ts";

const IPA = { [SITE]: replace('"name": "Ente di prova",', '"name": "Ente di prova", "ipaCode": "edp_1",') };
const published = await buildAfter({ ...PUBLISHED, ...IPA });

const DCT = "http://purl.org/dc/terms/";
const DCAT = "http://www.w3.org/ns/dcat#";
const IT = "http://dati.gov.it/onto/dcatapit#";
const EU = "http://publications.europa.eu/resource/authority/";

/**
 * The properties that DCAT-AP_IT 1.0 makes mandatory.
 * https://docs.italia.it/italia/daf/linee-guida-cataloghi-dati-dcat-ap-it
 */
const MANDATORY: readonly [type: string, properties: readonly string[]][] = [
  ["Catalog", [`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCT}modified`, `${DCAT}dataset`]],
  [
    "Dataset",
    [
      `${DCT}identifier`,
      `${DCT}title`,
      `${DCT}description`,
      `${DCT}modified`,
      `${DCAT}theme`,
      `${DCT}rightsHolder`,
      `${DCT}accrualPeriodicity`,
      `${DCAT}distribution`,
    ],
  ],
  ["Distribution", [`${DCT}format`, `${DCAT}accessURL`, `${DCT}license`]],
  ["Agent", [`${DCT}identifier`, "http://xmlns.com/foaf/0.1/name"]],
  ["LicenseDocument", [`${DCT}type`, "http://xmlns.com/foaf/0.1/name"]],
];

describe("the catalogue", () => {
  it.each(MANDATORY)("has what the Italian profile wants of each %s", async (type, properties) => {
    const things = thingsOf(await readLinkedData(catalogue(published)), IT + type);
    expect(things).not.toEqual([]);
    for (const thing of things) expect(Object.keys(thing)).toEqual(expect.arrayContaining([...properties]));
  });

  it("takes themes, frequencies, formats, languages and licence from the vocabularies of the Union", async () => {
    const things = await readLinkedData(catalogue(published));
    const values = (property: string) => things.flatMap((thing) => thing[property] ?? []).sort();
    expect(values(`${DCAT}theme`)).toEqual([`${EU}data-theme/GOVE`, `${EU}data-theme/SOCI`]);
    expect(values(`${DCT}accrualPeriodicity`)).toEqual([`${EU}frequency/IRREG`, `${EU}frequency/MONTHLY`]);
    expect(values(`${DCT}format`)).toEqual(
      ["CSV", "JSON", "JSON_LD"].map((format) => `${EU}file-type/${format}`),
    );
    expect(new Set(values(`${DCT}language`))).toEqual(new Set([`${EU}language/ITA`]));
    expect(new Set(values(`${DCT}license`))).toEqual(new Set([`${EU}licence/CC_BY_4_0`]));
  });

  it("leads to addresses that the site has", async () => {
    const things = await readLinkedData(catalogue(published));
    const found = things.flatMap((thing) => thing[`${DCAT}downloadURL`] ?? []);
    expect(found).toHaveLength(3);
    for (const url of found) expect(published.urls).toContain(new URL(url).pathname);
  });

  it("describes the services alone, and invents no code, where nothing is published", async () => {
    const things = await readLinkedData(catalogue(FIXTURE));
    expect(thingsOf(things, `${IT}Dataset`)).toHaveLength(1);
    expect(thingsOf(things, `${IT}Agent`)[0]).not.toHaveProperty(`${DCT}identifier`);
  });

  it("changes with its latest data", async () => {
    const [found] = thingsOf(await readLinkedData(catalogue(published)), `${IT}Catalog`);
    const dates = thingsOf(await readLinkedData(catalogue(published)), `${IT}Dataset`).flatMap(
      (thing) => thing[`${DCT}modified`] ?? [],
    );
    expect(found?.[`${DCT}modified`]).toEqual([dates.toSorted().at(-1)]);
  });
});

describe("the published ratings", () => {
  const records = [
    {
      pagina: "https://aiuto.internal/servizi/aiuto/",
      voti: 50,
      voti_4_5: 40,
      voti_1_3: 10,
      fino_al: "2026-10-31",
    },
    {
      pagina: "https://aiuto.internal/prenota/",
      voti: 15,
      voti_4_5: null,
      voti_1_3: null,
      fino_al: "2026-09-30",
    },
  ];

  it("are there as JSON, without pages that the site no longer has", () => {
    expect(ratingsJson(published)).toEqual(records);
  });

  it("say the same as CSV, in lines as RFC 4180 wants them", () => {
    const csv = ratingsCsv(published);
    expect(csv.split("\r\n")).toHaveLength(4);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const asText = records.map((record) =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(value ?? "")])),
    );
    expect(parse(csv, { columns: true, record_delimiter: "\r\n" })).toEqual(asText);
  });
});

it("the page of open data lists each file with its format, and those of ratings only if there are any", () => {
  expect(openDataFiles(FIXTURE).map(({ url }) => url)).toEqual(["/servizi.jsonld", "/dati/catalogo.jsonld"]);
  expect(openDataFiles(published).map(({ url, format }) => `${url} ${format}`)).toEqual([
    "/servizi.jsonld JSON-LD",
    "/dati/catalogo.jsonld JSON-LD",
    "/dati/valutazioni.csv CSV",
    "/dati/valutazioni.json JSON",
  ]);
});

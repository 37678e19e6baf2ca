import { describe, expect, it } from "vitest";
import { publicServices } from "../../../../src/config/views/public-services.ts";
import { contact } from "../../../../src/content-model/schemas/contacts.ts";
import { bilingualBuild, FIXTURE, fixtureBuild } from "../../../support/fixture-build.ts";
import { FULL_CONTACT } from "../../../support/full-contact.ts";
import { readLinkedData, type Thing, thingsOf } from "../../../support/linked-data.ts";

const DCT = "http://purl.org/dc/terms/";
const CV = "http://data.europa.eu/m8g/";
const SERVICE = "http://purl.org/vocab/cpsv#PublicService";

/**
 * The properties that CPSV-AP 3.2 makes mandatory in the classes used here.
 * https://semiceu.github.io/CPSV-AP/releases/3.2.0/
 */
const MANDATORY: readonly [type: string, properties: readonly string[]][] = [
  [SERVICE, [`${DCT}identifier`, `${DCT}title`, `${DCT}description`, `${CV}hasCompetentAuthority`]],
  [
    `${CV}PublicOrganisation`,
    [`${DCT}identifier`, `${DCT}title`, "http://www.w3.org/2004/02/skos/core#prefLabel", `${DCT}spatial`],
  ],
  [`${CV}Channel`, [`${DCT}identifier`]],
];

const full = fixtureBuild(() => ({ contacts: { sportello: contact.parse(FULL_CONTACT) } }));

async function thing(type: string, build = FIXTURE): Promise<Thing> {
  const [found = {}] = thingsOf(await readLinkedData(publicServices(build)), type);
  return found;
}

describe("the services as linked data", () => {
  it.each(MANDATORY)("have what the European profile wants of each %s", async (type, properties) => {
    const things = thingsOf(await readLinkedData(publicServices(full)), type);
    expect(things).not.toEqual([]);
    for (const found of things) {
      expect(Object.keys(found)).toEqual(expect.arrayContaining([...properties]));
      expect(found[`${DCT}identifier`]).toHaveLength(1);
    }
  });

  it("refer to nothing that they do not describe themselves", async () => {
    const things = await readLinkedData(publicServices(full));
    const known = new Set(things.flatMap((found) => found["@id"] ?? []));
    const references = [`${CV}hasCompetentAuthority`, `${CV}contactPoint`, `${CV}hasChannel`, `${CV}ownedBy`];
    const used = references.flatMap((property) => things.flatMap((found) => found[property] ?? []));
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });

  it("are named in every language that they have a page in", async () => {
    const found = await thing(SERVICE, bilingualBuild({}));
    expect(found[`${DCT}title`]).toEqual(["Aiuto", "English Aiuto"]);
    expect(found["http://xmlns.com/foaf/0.1/page"]).toEqual([
      "https://aiuto.internal/servizi/aiuto/",
      "https://aiuto.internal/en/servizi/aiuto/",
    ]);
  });

  it("have the number and the hours of the page", async () => {
    const found = await thing(`${CV}ContactPoint`);
    expect(found[`${CV}telephone`]).toEqual(["+39 0571 878778"]);
    const entities = thingsOf(
      await readLinkedData(publicServices(FIXTURE)),
      "http://www.w3.org/2006/time#TemporalEntity",
    );
    expect(entities.flatMap((entity) => entity[`${DCT}description`] ?? [])).toContain(
      "lunedì e martedì dalle 9:00 alle 11:00",
    );
  });

  it("have a counter and a booking only where there is one, and no address that nobody knows", async () => {
    const channels = async (build = FIXTURE) =>
      thingsOf(await readLinkedData(publicServices(build)), `${CV}Channel`).flatMap(
        (found) => found[`${DCT}description`] ?? [],
      );
    expect(await channels()).toEqual(["Telefono"]);
    expect((await channels(full)).sort()).toEqual(["Prenotazione online", "Sportello", "Telefono"]);
  });
});

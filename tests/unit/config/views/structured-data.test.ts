import { describe, expect, it } from "vitest";
import { governmentService, jsonLd, webManifest } from "../../../../src/config/views/structured-data.ts";
import { WEEKDAYS } from "../../../../src/shared/opening-hours.ts";
import { STRUCTURED_DATA } from "../../../../src/site-checks/model.ts";
import { valueAt } from "../../../../src/site-checks/value-at.ts";
import { fixtureBuild } from "../../../support/fixture-build.ts";

const SITE = fixtureBuild();

const PAGE = {
  title: "Aiuto",
  description: "Lo sportello ti ascolta.",
  serviceType: "Ascolto",
  audience: "Cittadini",
  url: "/servizi/aiuto/",
  lang: "it",
  contact: "sportello",
  conditions: "/servizi/condizioni/",
};
const service = governmentService(SITE, PAGE);

describe("a service page as structured data", () => {
  it.each(STRUCTURED_DATA)("has %s as text inside plain objects", (path) => {
    expect(valueAt(service, path)).toEqual(expect.stringMatching(/\S/));
  });

  it("says of the page what its editor wrote, with absolute addresses", () => {
    expect(service).toMatchObject({
      "@context": "https://schema.org",
      "@type": "GovernmentService",
      name: "Aiuto",
      description: "Lo sportello ti ascolta.",
      serviceType: "Ascolto",
      audience: { audienceType: "Cittadini" },
      url: "https://aiuto.internal/servizi/aiuto/",
      termsOfService: "https://aiuto.internal/servizi/condizioni/",
    });
  });

  it("says who offers it, at which address", () => {
    expect(service.serviceOperator.name).toBe("Ente di prova");
    expect(service.availableChannel.serviceLocation).toHaveProperty("address", {
      "@type": "PostalAddress",
      streetAddress: "Via di prova 1",
      postalCode: "00000",
      addressLocality: "Prova",
    });
  });

  it("gives the number as dialled from anywhere, and every range of hours with two-digit times", () => {
    const { telephone, hoursAvailable } = service.availableChannel.servicePhone;
    expect(telephone).toBe("+39 0571 878778");
    expect(hoursAvailable).toMatchObject([
      {
        dayOfWeek: ["https://schema.org/Monday", "https://schema.org/Tuesday"],
        opens: "09:00",
        closes: "11:00",
      },
      { dayOfWeek: ["https://schema.org/Tuesday"], opens: "15:00", closes: "17:00" },
      { validFrom: "2026-12-24", validThrough: "2026-12-31" },
    ]);
    // A period without hours is closed.
    expect(hoursAvailable?.at(-1)).not.toHaveProperty("opens");
  });

  it("ends a day that has no closing within itself at 23:59, because schema.org has no 24:00", () => {
    const build = fixtureBuild(({ contacts }) => ({
      contacts: Object.fromEntries(
        Object.entries(contacts).map(([id, contact]) => [
          id,
          { ...contact, hours: [{ days: [...WEEKDAYS], opens: "0:00", closes: "24:00" }] },
        ]),
      ),
    }));
    const { servicePhone } = governmentService(build, PAGE).availableChannel;
    expect(servicePhone.hoursAvailable?.[0]).toMatchObject({ opens: "00:00", closes: "23:59" });
  });

  it("leaves out what nobody has said: parts of the address, conditions, languages", () => {
    const withAddress = (address: {
      streetAddress: string | null;
      postalCode: null;
      addressLocality: string | null;
    }) =>
      governmentService(
        fixtureBuild(({ site }) => ({ site: { ...site, authority: { ...site.authority, address } } })),
        { ...PAGE, conditions: undefined },
      );
    const none = { streetAddress: null, postalCode: null, addressLocality: null };
    const { serviceLocation } = withAddress({ ...none, addressLocality: "Prova" }).availableChannel;
    expect(serviceLocation).toMatchObject({ name: "Ente di prova" });
    expect(serviceLocation).toHaveProperty("address", { "@type": "PostalAddress", addressLocality: "Prova" });
    const unsaid = withAddress(none);
    expect(unsaid.availableChannel.serviceLocation).not.toHaveProperty("address");
    expect(unsaid).not.toHaveProperty("termsOfService");
    for (const part of [unsaid.availableChannel, unsaid.availableChannel.servicePhone])
      expect(part).not.toHaveProperty("availableLanguage");
  });

  it("says the contact's languages, and no hours of a line that has none", () => {
    const build = fixtureBuild(({ contacts }) => ({
      contacts: Object.fromEntries(
        Object.entries(contacts).map(([id, contact]) => [
          id,
          { ...contact, languages: ["it", "ar"], hours: [], otherHours: [], closures: [] },
        ]),
      ),
    }));
    const { servicePhone } = governmentService(build, PAGE).availableChannel;
    expect(servicePhone).toMatchObject({ availableLanguage: ["it", "ar"] });
    expect(servicePhone).not.toHaveProperty("hoursAvailable");
  });

  it("is of the page's own contact", () => {
    const build = fixtureBuild(({ contacts }) => ({
      contacts: Object.fromEntries(
        Object.entries(contacts).flatMap(([id, contact]) => [
          [id, contact],
          ["pasti-a-casa", { ...contact, phone: "055 1234567" }],
        ]),
      ),
    }));
    const { servicePhone } = governmentService(build, { ...PAGE, contact: "pasti-a-casa" }).availableChannel;
    expect(servicePhone.telephone).toBe("+39 055 123 4567");
  });

  it("says of a suspended service that it is not active, and why, before anything else", () => {
    const { description } = governmentService(SITE, { ...PAGE, inactiveReason: "Fondi finiti." });
    expect(description).toBe("Servizio non attivo: Fondi finiti. Lo sportello ti ascolta.");
  });
});

describe("structured data in a script element", () => {
  const title = "</script><!--<script> & “Aiuto”";

  it("cannot close the element", () => {
    expect(jsonLd(governmentService(SITE, { ...PAGE, title }))).not.toContain("<");
  });

  it("reads as what was written", () => {
    expect(JSON.parse(jsonLd({ title }))).toEqual({ title });
  });
});

describe("the web app manifest", () => {
  const manifest = webManifest(SITE, "it");

  it("names site and authority, and starts at the home page", () => {
    expect(manifest).toMatchObject({
      name: "Sportello di aiuto - Ente di prova",
      short_name: "Sportello di aiuto",
      lang: "it",
      start_url: "/",
    });
  });

  it("has the two icon sizes that installing needs", () => {
    expect(manifest.icons).toEqual([
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
    ]);
  });
});

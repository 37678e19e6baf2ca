import { describe, expect, it } from "vitest";
import { safeHtml } from "../../../../src/config/language/html.ts";
import { calendar, hours, ownContact, phoneLine, telephone } from "../../../../src/config/views/contacts.ts";
import type { SiteFacts } from "../../../../src/content-model/schemas/site-facts.ts";
import { bilingualBuild, FIXTURE, fixtureBuild } from "../../../support/fixture-build.ts";

const SITE = fixtureBuild();

describe("a telephone line in the templates", () => {
  it("is a number to call and a number to read", () => {
    expect(telephone(SITE, "sportello")).toEqual({
      href: "tel:+390571878778",
      text: "0571 878778",
      international: "+39 0571 878778",
    });
  });

  it("is the page's own first one, and the site's where the page names none", () => {
    expect(ownContact(SITE, ["pasti-a-casa", "sportello"])).toBe("pasti-a-casa");
    expect(ownContact(SITE)).toBe("sportello");
  });

  it("says which of its services is not active", () => {
    const [service] = FIXTURE.pages.filter(({ data }) => data.layout === "service");
    if (service?.data.layout !== "service") throw new Error("The fixture has no service");
    const closed = {
      ...service,
      url: "/servizi/pasti/",
      data: { ...service.data, title: "Pasti a casa", active: false, inactiveReason: "Fondi finiti." },
    };
    const build = fixtureBuild(() => ({}), [closed]);
    expect(phoneLine(build, "sportello", "it").suspended).toEqual(["Pasti a casa"]);
    expect(phoneLine(SITE, "sportello", "it").suspended).toEqual([]);
  });

  it("gives the component everything that it shows", () => {
    const line = phoneLine(SITE, "sportello", "it", 3);
    expect(line).toMatchObject({
      id: "sportello",
      lang: "it",
      headingLevel: 3,
      phoneHref: "tel:+390571878778",
      phoneText: "0571 878778",
    });
    expect(String(line.name)).toBe("Sportello");
    expect(line).not.toHaveProperty("dayWords");
    expect(line.hoursRows).toHaveLength(7);
    expect(line.schedule.closedDates).toEqual(expect.arrayContaining(["2026-12-08", "2026-12-31"]));
  });

  it("announces a closure three weeks before it begins, or as many days as the site says", () => {
    const closures = (closureNoticeDays?: number) =>
      phoneLine(
        fixtureBuild(({ site }) => ({ site: { ...site, closureNoticeDays } })),
        "sportello",
        "it",
      ).exceptions;
    expect(closures()).toEqual([]);
    expect(closures(29)).toEqual([
      { dates: "24–31 dicembre 2026", reason: safeHtml("Chiusura di fine anno") },
    ]);
  });

  it("announces a closure in another language, and marks a reason that nobody has translated", () => {
    const english = (words: Record<string, string>) => {
      const build = bilingualBuild({}, words);
      const site = { ...build.facts.site, closureNoticeDays: 60 };
      const soon = { ...build, facts: { ...build.facts, site } };
      return phoneLine(soon, "sportello", "en").exceptions;
    };
    expect(english({})).toMatchObject([
      { reason: safeHtml(`<span lang="it" dir="ltr">Chiusura di fine anno</span>`) },
    ]);
    expect(english({})[0]?.dates).toMatch(/December/);
    const words = { "Chiusura di fine anno": "Closed at the end of the year" };
    expect(english(words)).toMatchObject([{ reason: safeHtml("Closed at the end of the year") }]);
  });

  it("has its name and its days in another language", () => {
    const line = phoneLine(bilingualBuild({}, { Sportello: "Help desk" }), "sportello", "en");
    expect(String(line.name)).toBe("Help desk");
    expect(line.dayWords?.slice(0, 3)).toEqual(["today", "tomorrow", "Monday"]);
  });

  it("says when its hours were checked, if somebody said so and it has hours", () => {
    const line = (change: Partial<SiteFacts["contacts"][string]>) => {
      const { sportello } = FIXTURE.facts.contacts;
      if (!sportello) throw new Error("The fixture has no contact");
      return phoneLine(
        fixtureBuild(() => ({ contacts: { sportello: { ...sportello, ...change } } })),
        "sportello",
        "it",
      );
    };
    const checked = { on: "2026-11-20", by: "Ufficio", everyMonths: 6 };
    expect(line({}).hoursChecked).toBeUndefined();
    expect(line({ checked }).hoursChecked).toBe("2026-11-20");
    expect(line({ checked, hours: [] }).hoursChecked).toBeUndefined();
    const counterHours = [{ days: ["monday" as const], opens: "9:00", closes: "10:00" }];
    expect(line({ checked, hours: [], counterHours }).hoursChecked).toBe("2026-11-20");
  });

  it("says its hours in the words of the language", () => {
    expect(String(hours(SITE, "sportello", "it"))).toBe(
      "lunedì e martedì dalle 9:00 alle 11:00, martedì dalle 15:00 alle 17:00",
    );
    const english = bilingualBuild({ "hours.range": "from {opens} to {closes}" });
    expect(String(hours(english, "sportello", "en"))).toBe(
      "Monday and Tuesday from 9:00 to 11:00, Tuesday from 15:00 to 17:00",
    );
  });

  it("has a calendar with the line's name, its office's page and an identity on this site", () => {
    const file = calendar(SITE, "sportello", "it");
    expect(file).toContain("SUMMARY:Sportello: il telefono risponde\r\n");
    expect(file).toContain("https://aiuto.internal/amministrazione/sportello/\r\n");
    expect(file).toContain("UID:1-sportello@aiuto.internal\r\n");
  });

  it("has its calendar in another language too, with that language's page", () => {
    const strings = { "hours.event": "{name}: we answer" };
    const file = calendar(bilingualBuild(strings, { Sportello: "Help desk" }), "sportello", "en");
    expect(file).toContain("SUMMARY:Help desk: we answer\r\n");
    expect(file).toContain("https://aiuto.internal/en/amministrazione/sportello/\r\n");
    expect(file).toContain("UID:1-sportello@aiuto.internal\r\n");
  });

  it("fails with the file and the id when there is no such line", () => {
    expect(() => telephone(SITE, "anagrafe")).toThrow("_data/contacts/anagrafe.json: manca il contatto.");
  });
});

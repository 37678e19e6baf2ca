import { describe, expect, it } from "vitest";
import { stringFilters } from "../../../../src/config/filters/strings.ts";
import { bilingualState, fixtureState } from "../fixture-state.ts";

const state = bilingualState({ "nav.home": "Home", "phone.call": "Call {phone}" });
const { t, localUrl, languageOf } = stringFilters(state);

describe("an interface string", () => {
  it("is the one of the page's language", () => {
    expect(t("phone.call", "it", { phone: "0571 878778" })).toBe("Chiama il numero 0571 878778");
    expect(t("phone.call", "en", { phone: "0571 878778" })).toBe("Call 0571 878778");
  });

  it("keeps its placeholders for the browser when there are no values", () => {
    expect(t("hours.reopens", "it")).toBe("Chiuso, riapre {day} alle {time}");
  });

  it("takes a value as it is, whatever characters it has", () => {
    expect(t("phone.call", "en", { phone: "$& {day}" })).toBe("Call $& {day}");
  });

  it("fails with the file and the key when it is missing", () => {
    expect(() => t("phone.cal", "it")).toThrow('_data/i18n/it.json: manca la chiave "phone.cal".');
    expect(() => t("page.updated", "en")).toThrow('_data/i18n/en.json: manca la chiave "page.updated".');
    expect(() => t("nav.home", "de")).toThrow('_data/i18n/de.json: manca la chiave "nav.home".');
  });

  it("fails with the file, the key and the placeholder when a value is missing", () => {
    expect(() => t("hours.reopens", "it", { day: "martedì" })).toThrow(
      '_data/i18n/it.json, "hours.reopens": manca il valore di {time}.',
    );
  });
});

describe("an address in a language", () => {
  it("has no prefix in the source language", () => {
    expect(localUrl("/", "it")).toBe("/");
    expect(localUrl("/prenota/", "it")).toBe("/prenota/");
  });

  it("lies below the language's code in any other", () => {
    expect(localUrl("/", "en")).toBe("/en/");
    expect(localUrl("/prenota/", "en")).toBe("/en/prenota/");
  });

  it("follows the order of the languages in site.json, not a fixed source language", () => {
    const english = fixtureState(({ site }) => ({
      site: { ...site, languages: [{ code: "en", name: "English", dir: "ltr" }, ...site.languages] },
    }));
    expect(stringFilters(english).localUrl("/prenota/", "en")).toBe("/prenota/");
    expect(stringFilters(english).localUrl("/prenota/", "it")).toBe("/it/prenota/");
  });
});

describe("a language", () => {
  it("is found by its code, with the direction of its script", () => {
    expect(languageOf("en")).toEqual({ code: "en", name: "English", dir: "ltr" });
    expect(languageOf("de")).toBeUndefined();
  });
});

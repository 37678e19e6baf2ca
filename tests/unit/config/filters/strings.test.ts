import { describe, expect, it } from "vitest";
import { stringFilters } from "../../../../src/config/filters/strings.ts";
import { bilingualState } from "../fixture-state.ts";

const state = bilingualState(
  { "nav.home": "Home", "phone.call": "Call {phone} & <ask>" },
  { Immigrazione: "Immigration" },
);
const { t, tHtml, word, headTitle } = stringFilters(state);

describe("an interface string", () => {
  it("is the one of the page's language", () => {
    expect(t("phone.call", "it", { phone: "0571 878778" })).toBe("Chiama il numero 0571 878778");
    expect(t("phone.call", "en", { phone: "0571 878778" })).toBe("Call 0571 878778 & <ask>");
  });

  it("keeps its placeholders for the browser when there are no values", () => {
    expect(t("hours.reopens", "it")).toBe("Chiuso, riapre {day} alle {time}");
  });

  it("takes a value as it is, whatever characters it has", () => {
    expect(t("phone.call", "en", { phone: "$& {day}" })).toBe("Call $& {day} & <ask>");
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

describe("an interface string as HTML", () => {
  it("keeps each value apart from the text's direction, and escapes both", () => {
    expect(tHtml("phone.call", "en", { phone: "0571 878778" })).toBe(
      `Call <bdi class="text-nowrap">0571 878778</bdi> &#38; &#60;ask&#62;`,
    );
    expect(tHtml("phone.call", "it", { phone: `<b>"` })).toBe(
      `Chiama il numero <bdi class="text-nowrap">&#60;b&#62;&#34;</bdi>`,
    );
  });

  it("fails as the text does", () => {
    expect(() => tHtml("phone.call", "en", {})).toThrow("manca il valore di {phone}");
    expect(() => tHtml("phone.cal", "it", {})).toThrow("manca la chiave");
  });
});

describe("a word of the data", () => {
  it("is the language's own, where it has one", () => {
    expect(word("Immigrazione", "en")).toBe("Immigration");
    expect(word("Immigrazione", "it")).toBe("Immigrazione");
    expect(word("Acqua", "en")).toBe("Acqua");
  });
});

describe("the title in the head of a page", () => {
  it("names what the page belongs to where there is room for both", () => {
    expect(headTitle("Prenota", "Sportello")).toBe("Prenota - Sportello");
    expect(headTitle("P".repeat(58), "Sportello")).toHaveLength(70);
    expect(headTitle("P".repeat(59), "Sportello")).toBe("P".repeat(59));
  });

  it("is the page's short title where the title itself is too long, and says nothing twice", () => {
    expect(headTitle("P".repeat(71), "Sportello", "Prenota")).toBe("Prenota - Sportello");
    expect(headTitle("P".repeat(71), "Sportello", "Sportello")).toBe("Sportello");
    expect(headTitle("P".repeat(71), "Sportello")).toBe("P".repeat(71));
  });
});

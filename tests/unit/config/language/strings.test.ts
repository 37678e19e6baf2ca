import { describe, expect, it } from "vitest";
import {
  allStrings,
  headTitle,
  isolated,
  sourceHtml,
  t,
  tHtml,
  unbroken,
  word,
  wordHtml,
} from "../../../../src/config/language/strings.ts";
import { bilingualBuild } from "../../../support/fixture-build.ts";

const build = bilingualBuild(
  { "nav.home": "Home", "phone.call": "Call {phone} & <ask>" },
  { Immigrazione: "Immigration" },
);

describe("an interface text", () => {
  it("is the one of the page's language", () => {
    expect(t(build, "phone.call", "it", { phone: "0571 878778" })).toBe("Chiama il numero 0571 878778");
    expect(t(build, "phone.call", "en", { phone: "0571 878778" })).toBe("Call 0571 878778 & <ask>");
  });

  it("keeps its placeholders for the browser when there are no values", () => {
    expect(t(build, "hours.reopens", "it")).toBe("Chiuso, riapre {day} alle {time}");
  });

  it("takes a value as it is, whatever characters it has", () => {
    expect(t(build, "phone.call", "en", { phone: "$& {day}" })).toBe("Call $& {day} & <ask>");
  });

  it("is the Italian one where the language has none", () => {
    expect(t(build, "page.updated", "en")).toBe("Ultimo aggiornamento");
    expect(t(build, "nav.home", "de")).toBe("Home");
    expect(allStrings(build, "en")).toMatchObject({
      "nav.home": "Home",
      "page.updated": "Ultimo aggiornamento",
    });
  });

  it("fails with the file and the key when no language has it", () => {
    expect(() => t(build, "phone.cal", "it")).toThrow('_data/i18n/it.json: manca la chiave "phone.cal".');
    expect(() => t(build, "phone.cal", "en")).toThrow('_data/i18n/it.json: manca la chiave "phone.cal".');
  });

  it("fails with the file, the key and the placeholder when a value is missing", () => {
    expect(() => t(build, "hours.reopens", "it", { day: "martedì" })).toThrow(
      '_data/i18n/it.json, "hours.reopens": manca il valore di {time}.',
    );
  });
});

describe("an interface text as HTML", () => {
  it("escapes itself and its values, and takes values that are HTML as they are", () => {
    expect(String(tHtml(build, "phone.call", "en", { phone: isolated("0571 878778") }))).toBe(
      `Call <bdi class="text-nowrap">0571 878778</bdi> &#38; &#60;ask&#62;`,
    );
    expect(String(tHtml(build, "phone.call", "it", { phone: isolated(`<b>"`) }))).toBe(
      `Chiama il numero <bdi class="text-nowrap">&#60;b&#62;&#34;</bdi>`,
    );
    expect(String(tHtml(build, "feedback.step", "it", { step: 1, steps: "<2>" }))).toBe("1/&#60;2&#62;");
  });

  it("says that it is Italian where nobody translated it", () => {
    expect(String(tHtml(build, "page.updated", "en"))).toBe(
      `<span lang="it" dir="ltr">Ultimo aggiornamento</span>`,
    );
    expect(String(tHtml(build, "page.updated", "it"))).toBe("Ultimo aggiornamento");
    expect(String(tHtml(build, "nav.home", "en"))).toBe("Home");
  });

  it("fails as the text does", () => {
    expect(() => tHtml(build, "phone.call", "en", {})).toThrow("manca il valore di {phone}");
    expect(() => tHtml(build, "phone.cal", "it", {})).toThrow("manca la chiave");
  });
});

describe("a name in brackets in a title", () => {
  it("stays together, with the mark that follows it", () => {
    expect(String(unbroken("সেবা (Segretariato sociale): তথ্য"))).toBe(
      'সেবা <span class="d-inline-block">(Segretariato sociale):</span> তথ্য',
    );
    expect(String(unbroken("社会（Segretariato sociale）"))).toBe(
      '社会<span class="d-inline-block">（Segretariato sociale）</span>',
    );
  });

  it("is escaped as all of the title is", () => {
    expect(String(unbroken("A (<b>)&"))).toBe('A <span class="d-inline-block">(&#60;b&#62;)</span>&#38;');
  });
});

describe("a word in the data", () => {
  it("is the language's own, where it has one", () => {
    expect(word(build, "Immigrazione", "en")).toBe("Immigration");
    expect(word(build, "Immigrazione", "it")).toBe("Immigrazione");
    expect(word(build, "Acqua", "en")).toBe("Acqua");
  });

  it("says as HTML that it is Italian where nobody translated it", () => {
    expect(String(wordHtml(build, "Immigrazione", "en"))).toBe("Immigration");
    expect(String(wordHtml(build, "Caccia & pesca", "en"))).toBe(
      `<span lang="it" dir="ltr">Caccia &#38; pesca</span>`,
    );
    expect(String(wordHtml(build, "Caccia & pesca", "it"))).toBe("Caccia &#38; pesca");
  });

  it("says so also where it stays Italian in every language", () => {
    expect(String(sourceHtml(build, "Ente di prova", "en"))).toBe(
      `<span lang="it" dir="ltr">Ente di prova</span>`,
    );
    expect(String(sourceHtml(build, "Ente di prova", "it"))).toBe("Ente di prova");
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

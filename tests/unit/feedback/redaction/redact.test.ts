import { readdirSync, readFileSync } from "node:fs";
import { getCountries, getExampleNumber } from "libphonenumber-js";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, it } from "vitest";
import { redact } from "../../../../src/feedback/redaction/redact.ts";
import { redact as redactInBrowser } from "../../../../src/shared/redaction/redact.ts";
import { readCorpus } from "./corpus.ts";

const ZERO_WIDTH_SPACE = "\u200b";

describe("masking a comment", () => {
  it.each([
    ["as printed", "PRVXYZ85A41Z998X"],
    ["in lower case", "prvxyz85a41z998x"],
    ["in spaced groups", "PRV XYZ 85A41 Z998 X"],
    ["with omocodia", "PRVXYZ85A41ZVVUA"],
    ["with omocodia everywhere", "PRVXYZULAQMZVVUC"],
    ["with a wrong check letter", "PRVXYZ85A41Z998A"],
    ["without its check letter", "PRVXYZ85A41Z998"],
  ])("masks a codice fiscale %s", (_, taxCode) => {
    expect(redact(`Il mio è ${taxCode}, grazie`)).toBe("Il mio è [cod. fiscale], grazie");
  });

  it("masks a codice fiscale that is glued to words", () => {
    const words = [
      "codice",
      "codicefiscale",
      "il",
      "mio",
      "sono",
      "numero",
      "famiglia",
      "grazie",
      "qui",
      "cf",
    ];
    const glued = words.flatMap((before) => words.map((after) => [before, after] as const));
    for (const taxCode of ["PRVXYZ85A41Z998X", "prvxyz85a4mz99ux"]) {
      const masked = glued.map(([before, after]) => redact(before + taxCode + after));
      expect(masked).toEqual(glued.map(([before, after]) => `${before}[cod. fiscale]${after}`));
    }
  });

  it.each([
    "utente.prova@example.it",
    "utente chiocciola example.it",
    "utente punto prova chiocciola example punto it",
    "utente(at)example.it",
    "utente [at] example [dot] it",
    "utente(@)example.it",
    "utente[@]example.it",
    "utente_at_example.it",
    "utente*at*example.it",
    "utente at example dot com",
  ])("masks the e-mail address %s", (address) => {
    expect(redact(`scrivetemi: ${address}`)).toBe("scrivetemi: [mail]");
  });

  it.each([
    ["mobile", "333 0000123"],
    ["mobile in international form", "+39 333 0000123"],
    ["mobile after two zeros", "0039 333 0000123"],
    ["mobile with dots", "333.000.01.23"],
    ["mobile with dashes", "333-000-0123"],
    ["mobile with a slash", "333/0000123"],
    ["mobile, digit by digit", "3 3 3 0 0 0 0 1 2 3"],
    ["mobile in international form, digit by digit", "+39 3 3 3 0 0 0 0 1 2 3"],
    ["mobile in full-width digits", "３３３００００１２３"],
    ["mobile in Arabic-Indic digits", "٣٣٣٠٠٠٠١٢٣"],
    ["mobile in keycap emoji", Array.from("3330000123", (digit) => `${digit}\ufe0f\u20e3`).join("")],
    ["mobile split by zero-width characters", "3330000123".split("").join(ZERO_WIDTH_SPACE)],
    ["landline", "0571 123456"],
    ["landline with a slash", "0571/123456"],
    ["landline in pairs", "06.12.34.56.78"],
    ["landline in international form", "+39 055 1234567"],
    ["Moroccan number", "+212 600 000123"],
    ["Albanian number after two zeros", "00355 69 000 0123"],
  ])("masks a %s", (_, phone) => {
    expect(redact(`chiamo da ${phone} ogni giorno`)).toBe("chiamo da [tel.] ogni giorno");
  });

  it("masks a number without prefix where a word announces it", () => {
    expect(redact("tel. 500123, cell. mio 612 000 123")).toBe("tel. [tel.], cell. mio [tel.]");
  });

  it("masks the example number of every country of the world", () => {
    const leaked = getCountries().flatMap((country) => {
      const phone = getExampleNumber(country, examples);
      if (!phone) return [];
      const withPlus = [phone.number, phone.formatInternational()].filter(
        (form) => redact(form) !== "[tel.]",
      );
      // Eleven digits after two zeros may also be a valid partita IVA.
      const withZeros = [phone.number.replace("+", "00")].filter((form) => /\d/.test(redact(form)));
      return [...withPlus, ...withZeros];
    });
    expect(leaked).toEqual([]);
  });

  it.each([
    "IT60X0542811101000000123456",
    "IT60 X054 2811 1010 0000 0123 456",
    "DE89 3704 0044 0532 0130 00",
    "MT84MALT011000012345MTLCAST001S",
  ])("masks the IBAN %s", (iban) => {
    expect(redact(`conto ${iban} grazie`)).toBe("conto [IBAN] grazie");
  });

  it("masks an Italian IBAN whose check digits are wrong", () => {
    expect(redact("conto IT61X0542811101000000123456")).toBe("conto [IBAN]");
  });

  it("masks a payment card that passes Luhn's check, and no other number of its shape", () => {
    expect(redact("4111 1111 1111 1111, 5555-5555-5555-4444, 378282246310005")).toBe(
      "[carta], [carta], [carta]",
    );
    expect(redact("codice 4111 1111 1111 1112")).toBe("codice 4111 1111 1111 1112");
  });

  it("masks a partita IVA with and without IT, and no other eleven digits", () => {
    expect(redact("12345670017, IT12345670017")).toBe("[P. IVA], IT[P. IVA]");
    expect(redact("12345670018")).toBe("12345670018");
  });

  it("masks a partita IVA that fails its check where a word announces it", () => {
    expect(redact("partita IVA 123 4567 0018")).toBe("partita IVA [P. IVA]");
  });

  it("masks a plate, spaced too, and keeps small words around a number", () => {
    expect(redact("la AB123CD e la ab 123 cd")).toBe("la [targa] e la [targa]");
    expect(redact("la 104 ha aiutato, ad 150 km")).toBe("la 104 ha aiutato, ad 150 km");
    expect(redact("targa AB12345")).toBe("targa [targa]");
  });

  it.each(["CA00000AA", "CA 00000 AA", "YA1234567", "YA 1234567", "I12345678", "AX1234567", "U1A00B12CD"])(
    "masks the document number %s",
    (number) => {
      expect(redact(`è ${number} da rinnovare`)).toBe("è [doc.] da rinnovare");
    },
  );

  it("masks a document number of any form where a word announces it", () => {
    expect(redact("passaporto n. 112345678, patente u 1234567")).toBe("passaporto n. [doc.], patente [doc.]");
  });

  it.each(["INPS-ISEE-2024-12345678X-00", "inps isee 2024 12345678X 00", "12345678X-00", "2024-12345678X"])(
    "masks the ISEE protocol number %s",
    (number) => {
      expect(redact(`la DSU ${number}`)).toBe("la DSU [ISEE]");
    },
  );

  it("masks a plate of six letters and digits with the space before it, and no shorter one", () => {
    expect(redact("targa X23YZ4, targa XY12Z")).toBe("targa[targa], targa XY12Z");
  });

  it("masks names on social networks, and not the networks' own", () => {
    expect(redact("ig: zia.prova, @zia_prova, facebook.com/zia")).toBe("ig: [nick], [nick], [nick]");
    const text = "facebook: nessuna risposta, @comune, facebook.com, instagram.com non va";
    expect(redact(text)).toBe(text);
  });

  it("masks nothing in the texts of a site", () => {
    const content = new URL("../../../sites/flagship/content/", import.meta.url);
    const lines = readdirSync(content, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .flatMap((name) => readFileSync(new URL(name, content), "utf8").split("\n"));
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter((line) => redact(line, { allowedPhones: ["+39 0571 878778"] }) !== line)).toEqual([]);
  });

  it("masks an ISEE protocol number after the word for it", () => {
    expect(redact("dsu prot. 12345678X")).toBe("dsu prot. [ISEE]");
  });

  it.each([
    "il 02/05/2024, il 2 maggio 2024, 2024-05-02, 02 05 2024",
    "1.200,50 €, € 1200, 10000 euro, 350.000.000 euro, ISEE 30000euro",
    "art. 52 d.lgs. 82/2005, legge 328/2000, DPR 445/2000",
    "dalle 9:00 alle 11:00, 09.00-11.00, 0900-1100, dalle 15 alle 17",
    "via Roma 12, 50053 Empoli",
    "prot. n. 0012345 del 2024, modulo F24, ISO 9001, ISEE 2024",
    "112, 118, 1522, 116117, 800 123456, 803 164",
  ])("keeps what is nobody's: %s", (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each(["0571 878778", "0571/878778", "0571-87.87.78", "+39 0571 878778", "00390571878778"])(
    "keeps an allowed phone number written as %s, and masks it elsewhere",
    (phone) => {
      expect(redact(phone, { allowedPhones: ["+39 0571 878778"] })).toBe(phone);
      expect(redact(phone)).toBe("[tel.]");
    },
  );

  it.each([
    ["cell 347,1234567", "cell [tel.]"],
    ["tel. 347:1234567", "tel. [tel.]"],
    ["tel O571 878779", "tel [tel.]"],
    ["ho il codice STP0901234567890", "ho il codice [doc.]"],
    ["il codice è ENI0901234567890", "il codice è [doc.]"],
    ["orario 0900-1100 1500-1700", "orario 0900-1100 1500-1700"],
  ])("treats a form that people wrote elsewhere as what it is: %s", (text, masked) => {
    expect(redact(text)).toBe(masked);
  });

  it("leaves the rest as typed", () => {
    const text = "Perché “½ ora” ﬁno a ２０２４?\n👩‍🍼 ";
    expect(redact(`${text}３３３ 0000123 é`)).toBe(`${text}[tel.] é`);
  });
});

describe("the masked text", () => {
  const texts = ["developed", "held-out", "generated", "hard", "innocent"]
    .flatMap(readCorpus)
    .map(({ text }) => text);
  const pairs = texts.map((text, i) => text + (texts[(i * 7) % texts.length] ?? ""));
  const all = [...texts, ...pairs];

  it("is never longer than the text, however many placeholders it has", () => {
    for (const text of [...all, "a@b.it,".repeat(28), "tel 500123 ".repeat(18), "333000012 ".repeat(20)]) {
      expect(redact(text).length, text).toBeLessThanOrEqual(text.length);
    }
  });

  it("is not changed by masking it again", () => {
    for (const text of all) expect(redact(redact(text)), text).toBe(redact(text));
  });

  it("is the same whether or not the browser had masked it before", () => {
    for (const text of all) expect(redact(redactInBrowser(text)), text).toBe(redact(text));
  });

  it("stays trimmed, well-formed and in normal form C", () => {
    for (const text of all) {
      const normal = redact(text.normalize("NFC").trim());
      expect(normal).toBe(normal.trim().normalize("NFC"));
      expect(normal.isWellFormed()).toBe(true);
    }
  });
});

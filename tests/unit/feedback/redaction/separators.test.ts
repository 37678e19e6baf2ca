import { describe, expect, it } from "vitest";
import { redact } from "../../../../src/feedback/redaction/redact.ts";

const SEPARATORS = [" ", "  ", ".", ",", ", ", ":", "*", "_", "-", " - ", "/", "–", ". ", "\u00a0", "\n"];

describe("what people write between the groups of a number", () => {
  it.each([
    ["cell ", "333 0000 123", "[tel.]"],
    ["", "0571 100 123", "[tel.]"],
    ["tel ", "+39 333 0000 123", "[tel.]"],
    ["", "+355 69 000 1234", "[tel.]"],
    ["", "PRV XYZ 85A41 Z998X", "[cod. fiscale]"],
    ["", "IT60 X054 2811 1010 0000 0123 456", "[IBAN]"],
    ["iban ", "60 X 05428 11101 000000123456", "[IBAN]"],
    ["", "RO49 AAAA1B31 0075 9384 0000", "[IBAN]"],
    ["", "4111 1111 1111 1111", "[carta]"],
    ["", "3782 822463 10005", "[carta]"],
    ["partita iva ", "123 4567 0017", "[P. IVA]"],
    ["la ", "GA 000 AB", "[targa]"],
    ["carta d'identità ", "CA 00000 XX", "[doc.]"],
    ["passaporto n. ", "YA 0000123", "[doc.]"],
    ["patente ", "FI 0000123 Y", "[doc.]"],
    ["patente ", "U1 X00Y000 Z", "[doc.]"],
    ["", "STP 090001 0000123", "[doc.]"],
    ["tessera sanitaria ", "80380 00000 00000 12345", "[doc.]"],
    ["", "INPS ISEE 2024 00000123A 00", "[ISEE]"],
    ["dsu ", "2024 00000123A 00", "[ISEE]"],
  ])("hides nothing of %s%s", (before, groups, placeholder) => {
    const leaked = SEPARATORS.map(
      (separator) => `${before}${groups.replaceAll(" ", separator)}; grazie`,
    ).filter((text) => redact(text) !== `${before}${placeholder}; grazie`);
    expect(leaked).toEqual([]);
  });

  it("may not make a list of pages, amounts or hours a phone number", () => {
    for (const text of [
      "pagine 32, 33, 34, 35, 36",
      "chiamato alle 9,05 9,20 9,40 10,15",
      "da 333,50 a 347,20 euro, poi 1.234,56",
      "tel. 1,2,3,4,5,6 volte",
      "dalle 09:00 alle 10:30:00, 11:00 15:00",
    ])
      expect(redact(text)).toBe(text);
  });
});

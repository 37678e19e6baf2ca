import { describe, expect, it } from "vitest";
import { passesMod97, passesTaxCodeCheck } from "../../../../src/feedback/redaction/checksums.ts";

describe("the check digits of an IBAN", () => {
  // Examples from the SWIFT registry.
  it.each(["GB29NWBK60161331926819", "FR1420041010050500013M02606", "MT84MALT011000012345MTLCAST001S"])(
    "hold for %s",
    (iban) => {
      expect(passesMod97(iban)).toBe(true);
    },
  );

  it("fail when a digit changes or two are swapped", () => {
    expect(passesMod97("GB29NWBK60161331926818")).toBe(false);
    expect(passesMod97("GB29NWBK60161331926891")).toBe(false);
  });
});

describe("the check letter of a codice fiscale", () => {
  it("holds for documented examples, with omocodia and in lower case", () => {
    expect(passesTaxCodeCheck("RSSMRA85T10A562S")).toBe(true);
    expect(passesTaxCodeCheck("rssmra85t10a562s")).toBe(true);
    expect(passesTaxCodeCheck("RSSMRA85T10A56NH")).toBe(true);
  });

  it("fails for any other letter", () => {
    const passing = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      .split("")
      .filter((letter) => passesTaxCodeCheck(`RSSMRA85T10A562${letter}`));
    expect(passing).toEqual(["S"]);
  });
});

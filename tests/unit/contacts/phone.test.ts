import { describe, expect, it } from "vitest";
import { phoneFormats } from "../../../src/contacts/phone.ts";

describe("the formats of a telephone number", () => {
  const landline = { e164: "+390571878778", national: "0571 878778", international: "+39 0571 878778" };

  it.each(["+39 0571 878778", "0571 878778", "0571878778", "0571/878778"])(
    "are the same however an editor writes it: %s",
    (phone) => {
      expect(phoneFormats(phone)).toEqual(landline);
    },
  );

  it("group a mobile number as it is read", () => {
    expect(phoneFormats("+393401234567")).toEqual({
      e164: "+393401234567",
      national: "340 123 4567",
      international: "+39 340 123 4567",
    });
  });

  it.each(["1522", "116117", "116 117"])(
    "of a short number are its digits, without a prefix: %s",
    (phone) => {
      const digits = phone.replace(" ", "");
      expect(phoneFormats(phone)).toEqual({ e164: digits, national: digits, international: digits });
    },
  );

  it("do not exist for text that is not a number", () => {
    expect(() => phoneFormats("chiamaci")).toThrow();
  });
});

import { describe, expect, it } from "vitest";
import { passesLuhn } from "../../../../src/shared/redaction/checksums.ts";

describe("Luhn's check", () => {
  // Test numbers from card networks, and an example of a partita IVA.
  it.each(["4111 1111 1111 1111", "378282246310005", "5555-5555-5555-4444", "12345670017"])(
    "holds for %s",
    (number) => {
      expect(passesLuhn(number)).toBe(true);
    },
  );

  it("fails when a digit changes, when two are swapped, and for zeros alone", () => {
    expect(passesLuhn("4111111111111112")).toBe(false);
    expect(passesLuhn("12345670071")).toBe(false);
    expect(passesLuhn("00000000000")).toBe(false);
  });
});

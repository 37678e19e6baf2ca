import { expect, it } from "vitest";
import { bounded } from "../../../src/shared/bounded.ts";

const BOUNDS = { fallback: 12, min: 1, max: 24 };

it("a variable that is not set or empty has its usual value", () => {
  expect(bounded({ MONTHS: undefined }, BOUNDS)).toBe(12);
  expect(bounded({ MONTHS: "" }, BOUNDS)).toBe(12);
});

it.each(["0", "25", "1.5", "-3", " 3", "twelve"])("«%s» is refused, with its name and bounds", (text) => {
  expect(() => bounded({ MONTHS: text }, BOUNDS)).toThrow(
    `MONTHS is "${text}": it must be a whole number from 1 to 24.`,
  );
});

it("0 may switch a limit off", () => {
  expect(bounded({ LIMIT: "0" }, { ...BOUNDS, allowsZero: true })).toBe(0);
});

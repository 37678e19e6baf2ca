import { describe, expect, it } from "vitest";
import { FONT_WEIGHTS, subsetTitillium } from "../../../src/assets/fonts.ts";
import { fontCharacters } from "./font-characters.ts";

describe.each(FONT_WEIGHTS)("the subset of Titillium Web, weight %i", (weight) => {
  it("is WOFF2 for browsers, of 12 kB at most", async () => {
    const subset = await subsetTitillium(weight, "woff2");
    expect(subset.toString("latin1", 0, 4)).toBe("wOF2");
    expect(subset.length).toBeLessThanOrEqual(12_000);
  });

  it("has the letters of the languages in Latin script, and the punctuation of the texts", async () => {
    const characters = fontCharacters(await subsetTitillium(weight, "truetype"));
    const missing = Array.from("azAZ09àèéìòùÀÈÉÌÒÙçñäöüßœâêîôûëÇăâîșțĂȘȚ¡¿„’“”«»–…€").filter(
      (character) => !characters.has(character.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  });

  it("leaves out what the site never writes", async () => {
    const characters = fontCharacters(await subsetTitillium(weight, "truetype"));
    expect(["™", "‡", "ŝ", "ğ"].filter((character) => characters.has(character.charCodeAt(0)))).toEqual([]);
  });
});

import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { FONT_WEIGHTS, subsetTitillium } from "../../../src/assets/fonts.ts";
import { fontCharacters } from "./font-characters.ts";

const require = createRequire(import.meta.url);

describe.each(FONT_WEIGHTS)("the subset of Titillium Web, weight %i", (weight) => {
  it("is WOFF2 for browsers, and smaller than its source", async () => {
    const subset = await subsetTitillium(weight, "woff2");
    const source = require.resolve(
      `@fontsource/titillium-web/files/titillium-web-latin-${weight}-normal.woff2`,
    );
    expect(subset.toString("latin1", 0, 4)).toBe("wOF2");
    expect(subset.length).toBeLessThan(statSync(source).size);
  });

  it("has the letters of Italian and of its neighbours, and the punctuation of the texts", async () => {
    const characters = fontCharacters(await subsetTitillium(weight, "truetype"));
    const missing = Array.from("azAZ09àèéìòùÀÈÉÌÒÙçñäöüß’“”«»–…€", (character) => character).filter(
      (character) => !characters.has(character.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  });

  it("leaves out what the site never writes", async () => {
    const characters = fontCharacters(await subsetTitillium(weight, "truetype"));
    expect(["™", "‡", "Œ"].filter((character) => characters.has(character.charCodeAt(0)))).toEqual([]);
  });
});

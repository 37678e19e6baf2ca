import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cached } from "./cache.ts";

const require = createRequire(import.meta.url);

/**
 * The weights of Titillium Web (SIL OFL) that the pages use, with the names of Bootstrap Italia's
 * files.
 */
const FILES = { 400: "regular", 600: "600" } as const;
export type FontWeight = keyof typeof FILES;
export const FONT_WEIGHTS: readonly FontWeight[] = [400, 600];

/** Printable ASCII, and the letters and punctuation of European languages in Latin script. */
const CHARACTERS = [...range(0x20, 0x7e), ...range(0xc0, 0xff), "ŒœĂăȘșȚț", "\u00a0«»‹›·°©–—‘’‚“”„…€¡¿"].join(
  "",
);

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => String.fromCodePoint(first + offset));
}

/**
 * Subsets one weight of Titillium Web to the characters of the site's Latin languages.
 * @param format `woff2` for browsers, `truetype` for drawing images during the build
 */
export async function subsetTitillium(weight: FontWeight, format: "woff2" | "truetype"): Promise<Buffer> {
  const source = require.resolve(
    `bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-${FILES[weight]}.woff2`,
  );
  return cached(`titillium-web-${weight}-${format}`, { files: [source], values: [format] }, async () => {
    // Loaded only to make a font, because loading it takes longer than reading the cache.
    const { default: subsetFont } = await import("subset-font");
    return subsetFont(await readFile(source), CHARACTERS, { targetFormat: format });
  });
}

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

/** The two weights of Titillium Web (SIL OFL) that the pages use. */
export const FONT_WEIGHTS = [400, 600] as const;
export type FontWeight = (typeof FONT_WEIGHTS)[number];

/** Printable ASCII, the accented letters of Western European languages, and the punctuation in use. */
const CHARACTERS = [...range(0x20, 0x7e), ...range(0xc0, 0xff), ...Array.from(" «»·°©–—‘’“”…€→←")].join("");

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => String.fromCodePoint(first + offset));
}

/**
 * Subsets one weight of Titillium Web to the characters of the site's Latin languages.
 * @param format `woff2` for browsers, `truetype` for drawing images at build time.
 */
export async function subsetTitillium(weight: FontWeight, format: "woff2" | "truetype"): Promise<Buffer> {
  const source = require.resolve(
    `@fontsource/titillium-web/files/titillium-web-latin-${weight}-normal.woff2`,
  );
  return subsetFont(await readFile(source), CHARACTERS, { targetFormat: format });
}

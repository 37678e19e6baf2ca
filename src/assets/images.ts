import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cached } from "./cache.ts";
import { type FontWeight, subsetTitillium } from "./fonts.ts";

const require = createRequire(import.meta.url);
const BACKGROUND = "#06c";
const FOREGROUND = "#fff";

/** The static font files call the semibold weight a separate family. */
const FAMILIES: Record<FontWeight, string> = { 400: "Titillium Web", 600: "Titillium Web SemiBold" };

/** Square sizes in pixels: Apple's touch icon and the two that a web app manifest needs. */
export const ICON_SIZES = [180, 192, 512] as const;

/** Social card size in pixels, the one that Open Graph readers crop least. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

export interface Emblem {
  viewBox: string;
  path: string;
}

let wasm: Promise<void> | undefined;

function render(svg: string, fonts: Uint8Array[] = []): Promise<Uint8Array> {
  return cached("image", { values: [svg, fonts] }, async () => {
    const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
    wasm ??= readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")).then((module) => initWasm(module));
    await wasm;
    const image = new Resvg(svg, { font: { fontBuffers: fonts, defaultFontFamily: "Titillium Web" } });
    return image.render().asPng();
  });
}

/** The favicon: the emblem in white on a blue rounded square. */
export function iconSvg(emblem: Emblem, size = 64): string {
  const drawing = emblemSvg(emblem, size * 0.18, size * 0.18, size * 0.64);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" rx="${size / 8}" fill="${BACKGROUND}"/>${drawing}</svg>`;
}

/** The favicon as a PNG of the given side, in pixels. */
export function iconPng(emblem: Emblem, size: number): Promise<Uint8Array> {
  return render(iconSvg(emblem, size));
}

/** The preview image on social networks, a PNG with emblem, title, authority and phone number. */
export async function socialCardPng(
  emblem: Emblem,
  lines: { title: string; authority: string; phone: string },
) {
  const { width, height } = CARD_SIZE;
  const text = (y: number, size: number, weight: FontWeight, content: string) =>
    `<text x="96" y="${y}" font-family="${FAMILIES[weight]}" font-size="${size}" fill="${FOREGROUND}">${escapeXml(content)}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${BACKGROUND}"/>${emblemSvg(emblem, 96, 80, 120)}${text(330, 88, 600, lines.title)}${text(400, 44, 400, lines.authority)}${text(530, 72, 600, lines.phone)}</svg>`;
  return render(svg, await Promise.all([subsetTitillium(400, "truetype"), subsetTitillium(600, "truetype")]));
}

function emblemSvg({ viewBox, path }: Emblem, x: number, y: number, size: number): string {
  return `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="${escapeXml(viewBox)}"><path fill="${FOREGROUND}" d="${escapeXml(path)}"/></svg>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

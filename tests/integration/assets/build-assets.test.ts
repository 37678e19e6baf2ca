import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Assets, buildAssets } from "../../../src/assets/build-assets.ts";
import { FIXTURE } from "../../support/fixture-build.ts";
import { pngSize } from "./png.ts";

/** Long enough to build real styles, fonts and images on cores that other tests may share. */
const TIMEOUT_MS = 120_000;

const LANGUAGES = [
  { code: "it", name: "Italiano", dir: "ltr" as const },
  { code: "ro", name: "Română", dir: "ltr" as const },
  { code: "uk", name: "Українська", dir: "ltr" as const },
  { code: "ar", name: "العربية", dir: "rtl" as const },
  { code: "zh", name: "中文", dir: "ltr" as const },
  { code: "ur", name: "اردو", dir: "rtl" as const },
  { code: "bn", name: "বাংলা", dir: "ltr" as const },
];

let output: string;
let assets: Assets;

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), "assets-"));
  const { facts } = FIXTURE;
  assets = await buildAssets(output, { ...facts, site: { ...facts.site, languages: LANGUAGES } });
}, TIMEOUT_MS);

afterAll(() => rm(output, { recursive: true }));

const fontsOf = (lang: string) => assets.languages[lang]?.fonts ?? [];
const cssOf = (lang: string) => assets.languages[lang]?.css ?? "";
const read = (url: string) => readFileSync(join(output, url));

describe("the built assets", () => {
  it("lie where the templates link them, with a hash of their contents in the name", () => {
    const urls = [assets.script, assets.card, assets.print, ...fontsOf("it")];
    expect(
      urls.filter((url) => !/^\/assets\/[a-z0-9-]+\.[0-9a-f]{10}\.(css|js|png|woff2)$/.test(url)),
    ).toEqual([]);
    expect(urls.filter((url) => read(url).length === 0)).toEqual([]);
  });

  it("have the icons at the addresses that browsers and the manifest ask for", () => {
    expect(pngSize(read("/apple-touch-icon.png")).width).toBe(180);
    expect(pngSize(read("/icon-192.png")).width).toBe(192);
    expect(pngSize(read("/icon-512.png")).width).toBe(512);
    expect(read("/favicon.svg").toString()).toMatch(/^<svg /);
  });

  it("declare each font for the languages in Latin script, at its own address", () => {
    for (const lang of ["it", "ro"]) {
      expect(fontsOf(lang)).toHaveLength(2);
      for (const url of fontsOf(lang)) expect(cssOf(lang)).toContain(`url(${url}) format("woff2")`);
      expect(cssOf(lang).match(/@font-face/g)).toHaveLength(2);
    }
  });

  it("never move text when a font comes late", () => {
    expect(cssOf("it").match(/font-display:optional/g)).toHaveLength(2);
  });

  it.each([
    ["uk", ["Segoe UI", "Roboto", "Noto Sans"]],
    ["ar", ["Geeza Pro", "Segoe UI", "Noto Sans Arabic"]],
    ["zh", ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"]],
    ["ur", ["Noto Nastaliq Urdu", "Urdu Typesetting", "Geeza Pro"]],
    ["bn", ["Kohinoor Bangla", "Nirmala UI", "Noto Sans Bengali"]],
  ])("name the systems' fonts for the script of %s, and load none", (lang, fonts) => {
    const rule = new RegExp(`lang\\(${lang}\\)\\) body\\{font-family:([^;}]+)`);
    const [, stack = ""] = rule.exec(cssOf(lang)) ?? [];
    expect(stack).toMatch(/^Titillium Web,/);
    for (const font of fonts) expect(stack).toMatch(new RegExp(`, ?"?${font}"?,`));
    expect(stack).toMatch(/, ?sans-serif$/);
    expect(fontsOf(lang)).toEqual([]);
    expect(cssOf(lang)).not.toMatch(/@font-face|url\(/);
  });

  it("mirror arrows on the pages that run from right to left, and on no others", () => {
    expect(cssOf("ar")).toContain(":where(html[dir=rtl]) .icon-onward{scale:-1 1}");
    expect(assets.css + cssOf("it")).not.toContain(".icon-onward{scale");
  });

  it("are of two kinds for all languages, so that the policy has few hashes", () => {
    const sheets = LANGUAGES.map(({ code }) => [code, cssOf(code)] as const);
    const latin = new Set(sheets.filter(([code]) => code === "it" || code === "ro").map(([, css]) => css));
    expect(latin.size).toBe(1);
    expect(new Set(sheets.map(([, css]) => css)).size).toBe(2);
  });

  it("give paper what each language needs there, on its own pages only", () => {
    expect(read(assets.print).toString()).toContain(":where(html:lang(uk)) body{font-size:9.5pt}");
    expect(cssOf("uk")).not.toContain("9.5pt");
  });
});

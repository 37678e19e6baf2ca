import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Assets, buildAssets } from "../../../src/assets/build-assets.ts";
import { FIXTURE } from "../config/fixture-state.ts";
import { pngSize } from "./png.ts";

/** Style, fonts and images are really made; two cores may be shared with the other test files. */
const TIMEOUT_MS = 120_000;

let output: string;
let assets: Assets;

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), "assets-"));
  assets = await buildAssets(output, FIXTURE.facts);
}, TIMEOUT_MS);

afterAll(() => rm(output, { recursive: true }));

const read = (url: string) => readFileSync(join(output, url));

describe("the built assets", () => {
  it("lie where the templates link them, with a hash of their contents in the name", () => {
    const urls = [assets.script, assets.card, ...assets.fonts.map(({ url }) => url)];
    expect(urls.filter((url) => !/^\/assets\/[a-z0-9-]+\.[0-9a-f]{10}\.(js|png|woff2)$/.test(url))).toEqual(
      [],
    );
    expect(urls.filter((url) => read(url).length === 0)).toEqual([]);
  });

  it("have the icons at the addresses that browsers and the manifest ask for", () => {
    expect(pngSize(read("/apple-touch-icon.png")).width).toBe(180);
    expect(pngSize(read("/icon-192.png")).width).toBe(192);
    expect(pngSize(read("/icon-512.png")).width).toBe(512);
    expect(read("/favicon.svg").toString()).toMatch(/^<svg /);
  });

  it("declare each font before the rules, at its own address", () => {
    for (const { url } of assets.fonts) expect(assets.css).toContain(`url(${url}) format("woff2")`);
    expect(assets.css).toMatch(/^@font-face/);
    expect(assets.css.match(/@font-face/g)).toHaveLength(assets.fonts.length);
  });

  it("never move text when a font comes late", () => {
    expect(assets.css.match(/font-display:optional/g)).toHaveLength(assets.fonts.length);
  });
});

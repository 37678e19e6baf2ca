import { describe, expect, it } from "vitest";
import { CARD_SIZE, ICON_SIZES, iconPng, iconSvg, socialCardPng } from "../../../src/assets/images.ts";
import { pngSize } from "./png.ts";

const EMBLEM = { viewBox: "0 0 24 24", path: "M0 0h24v24H0z" };
const LINES = { title: "Sportello di aiuto", authority: "Ente di prova", phone: "0571 878778" };

describe("the icons", () => {
  it.each(ICON_SIZES)("are PNG images of %i pixels a side", async (size) => {
    expect(pngSize(await iconPng(EMBLEM, size))).toEqual({ width: size, height: size });
  });

  it("show the emblem of the authority", async () => {
    const other = { viewBox: "0 0 24 24", path: "M12 0 24 24H0z" };
    expect(iconSvg(EMBLEM)).toContain(`d="${EMBLEM.path}"`);
    expect(await iconPng(other, 180)).not.toEqual(await iconPng(EMBLEM, 180));
  });

  it("escape what site.json says of the emblem", () => {
    expect(iconSvg({ ...EMBLEM, path: `"/><script>` })).not.toContain("<script>");
  });
});

describe("the social card", () => {
  it("is a PNG image of the size that link previews take", async () => {
    expect(pngSize(await socialCardPng(EMBLEM, LINES))).toEqual(CARD_SIZE);
  });

  it.each(Object.keys(LINES))("shows the %s", async (line) => {
    const blank = { ...LINES, [line]: "" };
    expect(await socialCardPng(EMBLEM, blank)).not.toEqual(await socialCardPng(EMBLEM, LINES));
  });

  it("draws text that is not XML", async () => {
    const image = await socialCardPng(EMBLEM, { ...LINES, title: `Sì & "no" <qui>` });
    expect(pngSize(image)).toEqual(CARD_SIZE);
  });
});

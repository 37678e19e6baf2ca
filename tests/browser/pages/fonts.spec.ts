import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { findOnPages } from "../../support/find-on-pages.ts";
import { isLatin, languageOfPath, SAMPLE_PATHS } from "../../support/languages.ts";
import { SHEET } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const ALLOWED_FAMILIES = ["Titillium Web", "Lora", "Roboto Mono"];

/** The fonts of headings, paragraphs and what is inside them, without quotes, as `Titillium Web,sans-serif`. */
async function fontsInUse(page: Page): Promise<string[]> {
  const stacks = await page
    .locator(":is(h1, h2, h3, h4, h5, h6, p), :is(h1, h2, h3, h4, h5, h6, p) *")
    .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).fontFamily));
  return [...new Set(stacks.map(withoutQuotes))];
}

function withoutQuotes(stack: string): string {
  return stack
    .replaceAll(/["']/g, "")
    .split(/\s*,\s*/)
    .join(",")
    .trim();
}

/** The fonts that the styles name for another script than Latin. */
function ownFonts(lang: string): string {
  const styles = readFileSync(`src/styles/languages/${lang}.css`, "utf8");
  const [, stack = ""] = /--bs-body-font-family:([^;]+);/.exec(styles) ?? [];
  return withoutQuotes(stack);
}

const isInLatin = (path: string) => isLatin(languageOfPath(path));

test("in Latin script headings, paragraphs and what is inside them use the model's fonts", async ({
  page,
}) => {
  const findings = await findOnPages(page, SAMPLE_PATHS.filter(isInLatin), async () => {
    const fonts = await fontsInUse(page);
    return fonts.filter((stack) => !ALLOWED_FAMILIES.includes(stack.split(",")[0] ?? ""));
  });

  expect(findings).toEqual({});
});

test("in another script they use the fonts that the systems have for it", async ({ page }) => {
  const paths = SAMPLE_PATHS.filter((path) => !isInLatin(path));
  expect(paths).not.toEqual([]);

  const findings = await findOnPages(page, paths, async (path) => {
    const own = ownFonts(languageOfPath(path));
    return (await fontsInUse(page)).filter((stack) => stack !== own);
  });

  expect(findings).toEqual({});
});

test("form controls use the model's fonts", async ({ page }) => {
  await page.goto(SHEET);

  const families = await page
    .locator("button, input, textarea, select")
    .evaluateAll((controls) =>
      controls.map((control) => getComputedStyle(control).fontFamily.split(",")[0] ?? ""),
    );

  expect(
    families.filter((family) => !ALLOWED_FAMILIES.includes(family.replaceAll(/["']/g, "").trim())),
  ).toEqual([]);
});

test("the font that the sheet asks for arrives", async ({ page }) => {
  await page.goto(SHEET);

  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family);
  });

  expect(loaded.map((family) => family.replaceAll(/["']/g, ""))).toContain("Titillium Web");
});

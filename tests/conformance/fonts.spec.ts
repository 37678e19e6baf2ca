import { expect, test } from "@playwright/test";
import { findOnPages } from "../support/find-on-pages.ts";
import { SAMPLE_PATHS } from "../support/languages.ts";
import { SHEET } from "../support/site.ts";

const ALLOWED_FAMILIES = ["Titillium Web", "Lora", "Roboto Mono"];

test("headings, paragraphs and what is inside them use the model's fonts", async ({ page }) => {
  const findings = await findOnPages(page, SAMPLE_PATHS, () =>
    page.evaluate((allowed) => {
      const elements = document.querySelectorAll(
        ":is(h1, h2, h3, h4, h5, h6, p), :is(h1, h2, h3, h4, h5, h6, p) *",
      );
      const wrong = Array.from(elements, (element) => {
        const [first = ""] = getComputedStyle(element).fontFamily.split(",");
        return { element, family: first.replaceAll(/["']/g, "").trim() };
      }).filter(({ family }) => !allowed.includes(family));
      return [
        ...new Set(
          wrong.map(({ element, family }) => `${element.localName}.${element.className}: ${family}`),
        ),
      ];
    }, ALLOWED_FAMILIES),
  );

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

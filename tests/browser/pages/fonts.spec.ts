import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const ALLOWED_FAMILIES = ["Titillium Web", "Lora", "Roboto Mono"];

test("form controls use the model's fonts", async ({ page }) => {
  await page.goto(SERVICE_PAGE);

  const families = await page
    .locator("button, input, textarea, select")
    .evaluateAll((controls) =>
      controls.map((control) => getComputedStyle(control).fontFamily.split(",")[0] ?? ""),
    );

  expect(
    families.filter((family) => !ALLOWED_FAMILIES.includes(family.replaceAll(/["']/g, "").trim())),
  ).toEqual([]);
});

test("the font that the service page asks for arrives", async ({ page }) => {
  await page.goto(SERVICE_PAGE);

  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family);
  });

  expect(loaded.map((family) => family.replaceAll(/["']/g, ""))).toContain("Titillium Web");
});

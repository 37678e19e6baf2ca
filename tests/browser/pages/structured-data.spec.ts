import type { Page } from "@playwright/test";
import { FURTHER_STRUCTURED_DATA } from "../../../src/site-checks/model.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

async function structuredData(page: Page): Promise<unknown> {
  await page.goto(SERVICE_PAGE);
  const script = page.locator('head script[type="application/ld+json"][data-element="metatag"]');
  await expect(script).toHaveCount(1);
  return JSON.parse((await script.textContent()) ?? "");
}

/** The names of all properties with a value, at any depth. */
function propertyNames(data: unknown): string[] {
  if (typeof data !== "object" || data === null) return [];
  const filled = Object.entries(data).filter(([, value]) => value !== null && value !== "");
  return filled.flatMap(([name, value]) => [name, ...propertyNames(value)]);
}

test("its structured data has telephone, hours, conditions and description", async ({ page }) => {
  const names = propertyNames(await structuredData(page));

  expect(names).toEqual(expect.arrayContaining([...FURTHER_STRUCTURED_DATA]));
});

test("its structured data cannot end the script element", async ({ request }) => {
  const html = await (await request.get(SERVICE_PAGE)).text();
  const [, json = ""] = /<script type="application\/ld\+json"[^>]*>([^]*?)<\/script>/.exec(html) ?? [];

  expect(json).not.toBe("");
  expect(json).not.toContain("<");
});

import type { Page } from "@playwright/test";
import { site } from "../support/facts.ts";
import { FURTHER_STRUCTURED_DATA, STRUCTURED_ADDRESS, STRUCTURED_DATA } from "../support/model.ts";
import { SHEET } from "../support/site.ts";
import { expect, test } from "../support/test.ts";
import { valueAt } from "../support/value-at.ts";

async function structuredData(page: Page): Promise<unknown> {
  await page.goto(SHEET);
  const script = page.locator('head script[type="application/ld+json"][data-element="metatag"]');
  await expect(script).toHaveCount(1);
  return JSON.parse((await script.textContent()) ?? "");
}

/** The names of all properties, at any depth, that have a value. */
function propertyNames(data: unknown): string[] {
  if (typeof data !== "object" || data === null) return [];
  const filled = Object.entries(data).filter(([, value]) => value !== null && value !== "");
  return filled.flatMap(([name, value]) => [name, ...propertyNames(value)]);
}

test("the sheet tells search engines that it is a service of the public administration", async ({ page }) => {
  const data = await structuredData(page);

  expect(valueAt(data, "@context")).toMatch(/^https?:\/\/schema\.org\/?$/);
  expect(valueAt(data, "@type")).toBe("GovernmentService");
});

for (const path of STRUCTURED_DATA) {
  test(`its structured data has ${path}`, async ({ page }) => {
    expect(valueAt(await structuredData(page), path)).toEqual(expect.stringMatching(/\S/));
  });
}

test("its structured data has the parts of the address that the body has said, and no other", async ({
  page,
}) => {
  const data = await structuredData(page);

  for (const part of STRUCTURED_ADDRESS) {
    const said = site.body.address[part] ?? undefined;
    expect(valueAt(data, `availableChannel.serviceLocation.address.${part}`)).toBe(said);
  }
});

test("its structured data has telephone, hours, conditions and description", async ({ page }) => {
  const names = propertyNames(await structuredData(page));

  expect(names).toEqual(expect.arrayContaining([...FURTHER_STRUCTURED_DATA]));
});

test("its structured data cannot end the script element", async ({ request }) => {
  const html = await (await request.get(SHEET)).text();
  const [, json = ""] = /<script type="application\/ld\+json"[^>]*>([^]*?)<\/script>/.exec(html) ?? [];

  expect(json).not.toBe("");
  expect(json).not.toContain("<");
});

import { expect, test, type Page } from "@playwright/test";
import { STRUCTURED_DATA } from "../support/model.ts";
import { SHEET } from "../support/site.ts";

async function structuredData(page: Page): Promise<unknown> {
  await page.goto(SHEET);
  const script = page.locator('head script[type="application/ld+json"][data-element="metatag"]');
  await expect(script).toHaveCount(1);
  return JSON.parse((await script.textContent()) ?? "");
}

/** Follows a dotted path through plain objects; an array on the way ends it, as in the national validator. */
function valueAt(data: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, data);
}

test("the sheet says what it is to search engines", async ({ page }) => {
  const data = await structuredData(page);

  expect(data).toMatchObject({
    "@context": expect.stringContaining("schema.org"),
    "@type": "GovernmentService",
  });
  expect(valueAt(data, "availableChannel.hoursAvailable") ?? valueAt(data, "hoursAvailable")).toBeTruthy();
});

for (const path of STRUCTURED_DATA) {
  test(`its structured data has ${path}`, async ({ page }) => {
    const data = await structuredData(page);
    // schema.org puts these two on the channel; the model only asks that they are there.
    const value = valueAt(data, path) ?? valueAt(data, `availableChannel.${path}`);

    expect(typeof value === "object" ? JSON.stringify(value) : value).toEqual(expect.stringMatching(/\S/));
  });
}

test("its structured data cannot end the script element", async ({ request }) => {
  const html = await (await request.get(SHEET)).text();
  const [, json = ""] = /<script type="application\/ld\+json"[^>]*>([^]*?)<\/script>/.exec(html) ?? [];

  expect(json).not.toBe("");
  expect(json).not.toContain("<");
});

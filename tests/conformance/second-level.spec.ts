import { element, texts } from "../support/element.ts";
import { site, topicNames } from "../support/facts.ts";
import { pathsIn, source } from "../support/languages.ts";
import { expect, test } from "../support/test.ts";

for (const { url, categories, categoryElement } of site.sections) {
  test(`${url} links its categories by their exact names`, async ({ page }) => {
    await page.goto(url);

    const links = page.locator(`a[data-element="${categoryElement}"][href]`);
    expect(await texts(links)).toEqual(categories);
  });
}

test("the list of services has every sheet, and the booking", async ({ page }) => {
  const sheets: string[] = [];
  for (const path of pathsIn(source.code)) {
    await page.goto(path);
    if ((await element(page, "service-title").count()) > 0) sheets.push(path);
  }
  await page.goto("/servizi/");

  const links = page.locator('a[data-element="service-link"], [data-element="service-link"] a');
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(targets.sort()).toEqual(sheets.sort());
  await expect(page.locator('main a[data-element="appointment-booking"]')).toHaveCount(1);
});

test("the list of topics has names of the national list, and those of the sheet", async ({ page }) => {
  await page.goto("/argomenti/");

  const names = await texts(element(page, "topic-element"));
  expect(names.filter((name) => !topicNames.includes(name))).toEqual([]);
  expect(names).toEqual(
    expect.arrayContaining(["Assistenza sociale", "Integrazione sociale", "Immigrazione"]),
  );
});

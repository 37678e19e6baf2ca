import { element, texts } from "../support/element.ts";
import { site } from "../support/facts.ts";
import { findOnPages } from "../support/find-on-pages.ts";
import { pathsIn, source } from "../support/languages.ts";
import { expect, test } from "../support/test.ts";

const PAGES = pathsIn(source.code);

/** Exact texts of the header's links; a body without a section leaves its link out. */
const SECTION_TEXTS: Record<string, string> = {
  management: "Amministrazione",
  news: "Novità",
  "all-services": "Servizi",
};

test("on every page the main menu has the body's sections, each once, with the model's bare text", async ({
  page,
}) => {
  const findings = await findOnPages(page, PAGES, async () => {
    const found: string[] = [];
    const menu = page.locator('header ul[data-element="main-navigation"]');
    if ((await menu.count()) !== 1) found.push("no single main-navigation");
    for (const { element: name, url } of site.sections) {
      const links = await texts(menu.locator(`a[data-element="${name}"][href="${url}"]`));
      if (links.join("|") !== SECTION_TEXTS[name]) found.push(`${name} in the menu: "${links.join("|")}"`);
      if ((await element(page, name).count()) !== 1) found.push(`${name} is not on exactly one element`);
    }
    return found;
  });

  expect(findings).toEqual({});
});

test("on every page the header leads to all topics and shows the body's name and emblem", async ({
  page,
}) => {
  const findings = await findOnPages(page, PAGES, async () => {
    const found: string[] = [];
    const topics = await texts(page.locator('header a[data-element="all-topics"][href="/argomenti/"]'));
    if (topics.join("|") !== "Tutti gli argomenti") found.push(`all-topics: "${topics.join("|")}"`);
    const header = page.getByRole("banner");
    if (!(await header.textContent())?.includes("Società della Salute Empolese - Valdelsa"))
      found.push("no name");
    if ((await header.locator("svg, img").count()) === 0) found.push("no emblem");
    return found;
  });

  expect(findings).toEqual({});
});

test("the menu marks the section that the reader is in", async ({ page }) => {
  for (const { element: name, url } of site.sections) {
    await page.goto(url);
    await expect(element(page, name)).toHaveAttribute("aria-current", /^(page|true)$/);
  }
});

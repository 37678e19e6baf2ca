import type { Locator, Page } from "@playwright/test";
import { atRome } from "../../support/days.ts";
import { element } from "../../support/element.ts";
import { stringsIn } from "../../support/languages.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { collectPosts, nextAnswer } from "./feedback-form.ts";

const languageButton = (page: Page) => page.locator("header summary");
const languageLink = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Scegli la lingua" }).getByRole("link", { name });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a reader finds the language by the keyboard and keeps the page", async ({ page }) => {
      await page.goto("/prenota/");
      const arabic = languageLink(page, "العربية");
      await expect(languageButton(page)).toContainText("Italiano");
      await expect(arabic).toBeHidden();

      await languageButton(page).focus();
      await page.keyboard.press("Enter");
      await expect(arabic).toBeVisible();
      await arabic.focus();
      await page.keyboard.press("Enter");

      await expect(page).toHaveURL("/ar/prenota/");
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      await expect(languageButton(page)).toContainText("العربية");
    });

    test("the open list of languages pushes the page down and covers nothing", async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto("/prenota/");
      const brand = page.locator("header .it-brand-wrapper");
      const before = (await brand.boundingBox())?.y ?? 0;

      await languageButton(page).click();

      const last = await languageLink(page, "বাংলা").boundingBox();
      const after = (await brand.boundingBox())?.y ?? 0;
      expect(after).toBeGreaterThan(before);
      expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(after);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });
}

test("where a page does not exist in a language the switch says that it leads to the home page", async ({
  page,
}) => {
  await page.goto("/questa-pagina-non-esiste/");
  await languageButton(page).click();
  await languageLink(page, `English – ${stringsIn("en")["nav.home"]}`).click();

  await expect(page).toHaveURL("/en/");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a citizen is thanked in the language of the page", async ({ page }) => {
    await page.goto("/ro/prenota/");
    await element(page, "feedback-rate-5").click();
    await page.locator("form button[type=submit]").click();

    await expect(page).toHaveURL("/ro/grazie/");
    await expect(page.locator("html")).toHaveAttribute("lang", "ro");
    await expect(page.getByRole("main")).toContainText(stringsIn("ro")["feedback.thanks"] ?? "");
    await page.getByRole("main").getByRole("link").last().click();
    await expect(page).toHaveURL("/ro/");
  });

  test("a citizen is told what is missing in the language of the page, from right to left", async ({
    page,
  }) => {
    await page.goto("/ur/prenota/");
    await page.locator("form button[type=submit]").click();

    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(page.getByRole("alert")).toContainText(stringsIn("ur")["refusal.rating.required"] ?? "");
  });
});

test("the same answer has the same code in every language", async ({ page }) => {
  await page.goto(SERVICE_PAGE);
  const posts = await collectPosts(page);
  for (const path of [SERVICE_PAGE, `/zh${SERVICE_PAGE}`]) {
    await page.goto(path);
    await element(page, "feedback-rate-2").click();
    await element(page, "feedback-rating-negative").getByRole("radio").nth(1).check();
    await element(page, "feedback").locator("button:visible").last().click();
    const answer = nextAnswer(page);
    await element(page, "feedback").locator("button[type=submit]:visible").click();
    expect((await answer).ok()).toBe(true);
  }

  const answered = posts.filter(({ answer }) => answer !== undefined);
  expect(new Set(answered.map(({ answer }) => answer))).toEqual(new Set(["incomplete"]));
  expect(new Set(answered.map(({ lang }) => lang))).toEqual(new Set(["it", "zh"]));
});

/** Whether a text is drawn to the left of the text that follows it. */
async function runsFromLeftToRight(locator: Locator, first: string, second: string): Promise<boolean> {
  return locator.evaluate(
    (root, [first = "", second = ""]) => {
      const left = (text: string) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const start = walker.currentNode.textContent?.indexOf(text) ?? -1;
          if (start < 0) continue;
          const range = document.createRange();
          range.setStart(walker.currentNode, start);
          range.setEnd(walker.currentNode, start + text.length);
          return range.getBoundingClientRect().left;
        }
        throw new Error(`"${text}" is not there`);
      };
      return left(first) < left(second);
    },
    [first, second],
  );
}

/** The separator in the breadcrumb, as drawn. */
function breadcrumbSeparator(page: Page): Promise<string> {
  return element(page, "breadcrumb")
    .locator("li")
    .last()
    .evaluate((item) => getComputedStyle(item, "::before").content);
}

test("in left-to-right languages the separators of the breadcrumb lean to the right", async ({ page }) => {
  await page.goto(`/en${SERVICE_PAGE}`);

  expect(await breadcrumbSeparator(page)).toContain('"/"');
});

for (const lang of ["ar", "ur"]) {
  test(`in ${lang} the separators of the breadcrumb lean to the left`, async ({ page }) => {
    await page.goto(`/${lang}${SERVICE_PAGE}`);

    // A backslash is escaped in a CSS string.
    expect(await breadcrumbSeparator(page)).toContain('"\\\\"');
  });

  test(`in ${lang} numbers and times stay from left to right`, async ({ page }) => {
    await page.goto(`/${lang}${SERVICE_PAGE}`);
    const main = page.getByRole("main");

    for (const link of await page.locator('a[href^="tel:"]:visible').all()) {
      expect(await runsFromLeftToRight(link, "0571", "878778")).toBe(true);
    }
    const fromAbroad = main.locator('a[href^="tel:"]', { hasText: "+39" });
    expect(await runsFromLeftToRight(fromAbroad, "+39", "0571")).toBe(true);
    const [range] = await main.locator("table bdi").all();
    expect(range && (await runsFromLeftToRight(range, "9:00", "11:00"))).toBe(true);
  });

  test(`in ${lang} the page begins at the right, and arrows point to the left`, async ({ page }) => {
    await page.goto(`/${lang}/`);
    const middle = (page.viewportSize()?.width ?? 0) / 2;
    const emblem = await page.locator("header .it-brand-wrapper .icon").boundingBox();
    const phone = await page.locator(".hero .phone-line").boundingBox();
    const text = await page.locator(".hero h1").boundingBox();

    expect(emblem?.x).toBeGreaterThan(middle);
    expect(phone?.x).toBeLessThan(text?.x ?? 0);
    expect(
      await page
        .locator(".icon-onward")
        .first()
        .evaluate((icon) => getComputedStyle(icon).scale),
    ).toBe("-1 1");
  });
}

test("says in Albanian when the line opens, whether the browser knows the language or not", async ({
  page,
}) => {
  await page.clock.install({ time: new Date(atRome("friday", "12:00")) });
  await page.goto("/sq/prenota/");

  await expect(page.locator("[data-schedule]").first()).toContainText("e hënë");
});

test("writes the digits of the times in Arabic and Bengali too", async ({ page }) => {
  await page.clock.install({ time: new Date(atRome("friday", "12:00")) });
  for (const lang of ["ar", "bn"]) {
    await page.goto(`/${lang}/prenota/`);
    await expect(page.locator("[data-schedule]").first()).toContainText("9:00");
    await expect(page.getByRole("main").locator("table")).toContainText("15:00–17:00");
  }
});

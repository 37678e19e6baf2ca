import type { Page } from "@playwright/test";
import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { stringsIn } from "../../support/languages.ts";
import { MAIN_PATHS } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { tabThrough } from "./tab-through.ts";

const french = stringsIn("fr");
const offer = (page: Page) => page.locator(".language-offer");

/** Sets the preferred languages of the browser, in order. */
async function prefer(page: Page, languages: readonly string[]): Promise<void> {
  await page.addInitScript((languages) => {
    Object.defineProperty(navigator, "languages", { get: () => languages });
  }, languages);
}

test("a page offers the browser's language, in that language, and leads to the same page", async ({
  page,
}) => {
  await prefer(page, ["fr-CA", "en"]);
  await page.goto("/prenota/");

  await expect(offer(page)).toHaveAttribute("lang", "fr");
  await page
    .getByRole("complementary")
    .getByRole("link", { name: french["language.offer"] ?? "" })
    .click();

  await expect(page).toHaveURL("/fr/prenota/");
  await expect(offer(page)).toHaveCount(0);
});

test("the first preferred language that has the page is offered, in its own direction", async ({ page }) => {
  await prefer(page, ["de-DE", "ur-PK", "it"]);
  await page.goto("/");

  await expect(offer(page)).toHaveAttribute("lang", "ur");
  await expect(offer(page)).toHaveAttribute("dir", "rtl");
});

for (const languages of [["it-IT", "ar"], ["it"], ["de"], []]) {
  test(`nothing is offered to a browser that asks for ${JSON.stringify(languages)}`, async ({ page }) => {
    await prefer(page, languages);
    await page.goto("/");
    await expect(page.locator("[data-schedule]").first()).not.toBeEmpty();

    await expect(offer(page)).toHaveCount(0);
  });
}

test("a closed offer never returns, and stores nothing else", async ({ page, context }) => {
  await prefer(page, ["fr"]);
  await page.goto("/");
  const close = page.getByRole("button", { name: french["language.dismiss"] ?? "" });
  await close.focus();
  await page.keyboard.press("Enter");
  await expect(offer(page)).toHaveCount(0);

  for (const path of ["/", "/prenota/"]) {
    await page.goto(path);
    await expect(page.locator("[data-schedule]").first()).not.toBeEmpty();
    await expect(offer(page)).toHaveCount(0);
  }
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([
    ["language-offer-dismissed", "1"],
  ]);
  expect(await context.cookies()).toEqual([]);
});

test("the offer can be closed even where the browser stores nothing", async ({ page }) => {
  await prefer(page, ["fr"]);
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("Forbidden", "SecurityError");
      },
    });
  });
  await page.goto("/servizi/");
  await page.getByRole("button", { name: french["language.dismiss"] ?? "" }).click();

  await expect(offer(page)).toHaveCount(0);
});

for (const path of MAIN_PATHS) {
  test.describe(`on ${path} the offer`, () => {
    test.use({ viewport: { width: 320, height: 640 }, contextOptions: { reducedMotion: "reduce" } });

    test.beforeEach(async ({ page }) => {
      await prefer(page, ["uk"]);
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(path);
      await expect(offer(page)).toBeInViewport();
    });

    test("moves nothing and breaks no accessibility rule", async ({ page }) => {
      expect(await page.evaluate(() => (window as typeof window & { shifts: number[] }).shifts)).toEqual([]);
      expect(await accessibilityViolations(page)).toEqual([]);
    });

    test("covers nothing that the Tab key reaches", async ({ page }) => {
      const stops = await tabThrough(page);
      expect(stops.filter(({ marked, uncovered }) => !marked || !uncovered)).toEqual([]);
    });

    test("leaves the end of the page readable", async ({ page }) => {
      await page.evaluate(() => {
        window.scrollTo({ top: document.body.scrollHeight * 2, behavior: "instant" });
      });
      const end = await page.locator("footer").boundingBox();
      const line = await offer(page).boundingBox();
      expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(line?.y ?? 0);
    });
  });
}

test.describe("in a window enlarged four times", () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test("the offer stands above the page, and scrolls away with it", async ({ page }) => {
    await prefer(page, ["uk"]);
    await page.goto("/prenota/");
    const line = await offer(page).boundingBox();
    const header = await page.locator("header").boundingBox();
    expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual(header?.y ?? 0);

    await page.evaluate(() => {
      window.scrollTo({ top: 300, behavior: "instant" });
    });
    await expect(offer(page)).not.toBeInViewport();
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false, locale: "fr-FR" });

  test("nothing is offered", async ({ page }) => {
    await page.goto("/");
    await expect(offer(page)).toHaveCount(0);
  });
});

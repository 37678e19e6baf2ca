import type { Page, Route } from "@playwright/test";
import { allPaths, readBuilt, SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { feedbackForm } from "./feedback-form.ts";

/** What the script uses where it is there, or cannot do without. */
const MISSING = [
  "AbortController",
  "AbortSignal.timeout",
  "BroadcastChannel",
  "Element.prototype.ariaDisabled",
  "Element.prototype.ariaInvalid",
  "Element.prototype.role",
  "Element.prototype.toggleAttribute",
  "FormData",
  "Intl.Locale",
  "Intl.Segmenter",
  "Navigator.prototype.languages",
  "Navigator.prototype.locks",
  "NodeList.prototype[Symbol.iterator]",
  "Object.fromEntries",
  "String.prototype.normalize",
  "crypto",
  "localStorage",
  "reportError",
  "speechSynthesis",
];

const THANKS = "Grazie, il tuo parere";

/** Rates and comments. If the first step of the script fails, the browser posts the rating. */
async function rateAndSend(page: Page): Promise<void> {
  const form = feedbackForm(page);
  await form.star(5).check();
  if (await form.next.isVisible()) await form.next.click();
  await expect(form.comment.or(page.getByText(THANKS).first())).toBeVisible();
  if (await form.comment.isHidden()) return;
  await form.comment.fill("Tutto chiaro");
  await form.send.click();
}

test("a browser that cannot read the script posts the form natively", async ({ page }) => {
  const breakScript = async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()};/(?<unfinished/` });
  };
  // Once, because the test ends while the page of thanks may still load it.
  await page.route("**/assets/main.*.js", breakScript, { times: 1 });
  await page.goto(SERVICE_PAGE);

  await expect(feedbackForm(page).next).toHaveCount(0);
  await rateAndSend(page);
  await expect(page).toHaveURL("/grazie/");
});

for (const name of MISSING) {
  test(`a browser without ${name} posts the form, by the script or natively`, async ({ page }) => {
    await page.addInitScript({ content: `delete ${name}` });
    await page.goto(SERVICE_PAGE);
    expect(await page.evaluate(`typeof ${name}`)).toBe("undefined");
    await rateAndSend(page);

    await expect(page.getByText(THANKS).first()).toBeVisible();
  });
}

test("styles ask for the width of the window as Safari before 16.4 knows it", () => {
  const pages = allPaths().filter((path) => path.endsWith("/"));
  const queries = pages.flatMap(
    (path) => readBuilt(`${path.slice(1)}index.html`).match(/@media[^{]+/g) ?? [],
  );
  expect(queries.some((query) => query.includes("min-width"))).toBe(true);
  expect(queries.filter((query) => /[<>]/.test(query))).toEqual([]);
});

test("a browser without the properties of ARIA marks the field and the message of an error", async ({
  page,
}) => {
  await page.addInitScript({
    content: "for (const name of ['ariaInvalid', 'role']) delete Element.prototype[name]",
  });
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await form.star(5).check();
  await form.next.click();
  await form.comment.fill("a".repeat(201));
  await form.send.click();

  await expect(form.summary).toBeVisible();
  await expect(form.comment).toHaveAttribute("aria-invalid", "true");
});

test.describe("a browser that does not know :has()", () => {
  test.beforeEach(async ({ page }) => {
    await page.route("**/", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(":has(", ":unknown(");
      // Without the page's policy, which knows its styles by their hash.
      await route.fulfill({ contentType: "text/html", body });
    });
  });

  test("posts the form", async ({ page }) => {
    await page.goto(SERVICE_PAGE);
    await rateAndSend(page);
    await expect(feedbackForm(page).status).toContainText("Grazie");
  });

  test("draws each symbol inside its own line", async ({ page }) => {
    await page.goto(`${SERVICE_PAGE}facile/`);
    const outside = await page.locator(".symbol").evaluateAll((symbols) =>
      symbols.flatMap((symbol) => {
        const line = symbol.parentElement?.getBoundingClientRect();
        const { top, bottom } = symbol.getBoundingClientRect();
        const isInside = line && top >= line.top - 1 && bottom <= line.bottom + 1;
        return isInside ? [] : [symbol.parentElement?.textContent];
      }),
    );
    expect(outside).toEqual([]);
  });

  test("covers nothing at the end of the page with the offer of a language", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "languages", { get: () => ["uk"] });
    });
    await page.goto("/prenota/");
    await page.evaluate(() => {
      window.scrollTo({ top: document.body.scrollHeight * 2, behavior: "instant" });
    });
    const end = await page.locator("footer").boundingBox();
    const offer = await page.locator(".language-offer").boundingBox();
    expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(offer?.y ?? 0);
  });
});

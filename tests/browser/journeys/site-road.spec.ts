import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a citizen goes from the home page through the service page to the booking, and finds the number", async ({
      page,
    }) => {
      await page.goto("/");
      await page.locator(`main a[href="${SERVICE_PAGE}"]`).first().click();
      await expect(page).toHaveURL(SERVICE_PAGE);

      await page.locator('main [data-element="appointment-booking"]').click();
      await expect(page).toHaveURL("/prenota/");

      const number = page.locator('main a[href="tel:+390571878778"]').first();
      await expect(number).toBeVisible();
      await expect(number).toContainText(/0571\s878778/);
      await expect(page.locator("main table").first()).toContainText(/Martedì\s*9:00–11:00,\s*15:00–17:00/);
    });

    test("the index of the service page brings the heading of a section into view", async ({ page }) => {
      await page.goto(SERVICE_PAGE);
      await page.locator('[data-element="page-index"]').getByRole("link", { name: "Cosa serve" }).click();

      await expect(page.getByRole("heading", { name: "Cosa serve" })).toBeInViewport();
    });
  });
}

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true });

  test("the number to call is on the first screen of home, service page and booking", async ({ page }) => {
    for (const path of ["/", SERVICE_PAGE, "/prenota/"]) {
      await page.goto(path);
      await expect(page.locator('a[href="tel:+390571878778"]:visible').first()).toBeInViewport();
    }
  });

  test("the sections of the menu can be reached", async ({ page }) => {
    for (const name of ["Amministrazione", "Novità", "Servizi"]) {
      await page.goto("/");
      await page.locator('[data-element="main-navigation"]').getByRole("link", { name }).tap();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    }
  });
});

import { MAIN_PATHS } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const SKIP_LINKS = [
  { name: "Vai ai contenuti", landmark: "main" },
  { name: "Vai al footer", landmark: "footer" },
];

for (const path of MAIN_PATHS) {
  for (const [index, { name, landmark }] of SKIP_LINKS.entries()) {
    test(`on ${path} "${name}" is reached by Tab, seen, and goes there`, async ({ page }) => {
      await page.goto(path);
      for (let presses = 0; presses <= index; presses++) await page.keyboard.press("Tab");
      const link = page.getByRole("link", { name, exact: true });

      await expect(link).toBeFocused();
      await expect(link).toBeInViewport();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");

      // The next Tab stop is inside the landmark, so the link moved the focus and did not only
      // scroll.
      const focused = page.locator(":focus");
      expect(await focused.evaluate((stop, target) => stop.closest(target) !== null, landmark)).toBe(true);
    });
  }
}

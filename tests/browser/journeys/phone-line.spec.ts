import type { Page } from "@playwright/test";
import { atHoliday, atRome } from "../../support/days.ts";
import { expect, test } from "../../support/test.ts";

const state = (page: Page) => page.locator("[data-schedule]").first();

async function openAt(page: Page, instant: string): Promise<void> {
  await page.clock.install({ time: new Date(instant) });
  await page.goto("/prenota/");
}

test("says until when the line is open", async ({ page }) => {
  await openAt(page, atRome("tuesday", "9:30"));
  await expect(state(page)).toHaveText("Aperto ora, fino alle 11:00");
});

test("says when it opens again: today, tomorrow or on which day", async ({ page }) => {
  await openAt(page, atRome("tuesday", "12:00"));
  await expect(state(page)).toHaveText("Chiuso, riapre oggi alle 15:00");
  await page.clock.setSystemTime(new Date(atRome("monday", "12:00")));
  await page.reload();
  await expect(state(page)).toHaveText("Chiuso, riapre domani alle 9:00");
  await page.clock.setSystemTime(new Date(atRome("friday", "12:00")));
  await page.reload();
  await expect(state(page)).toHaveText("Chiuso, riapre lunedì alle 9:00");
});

test("knows the public holidays", async ({ page }) => {
  await openAt(page, atHoliday(["monday", "thursday"], "9:30"));
  await expect(state(page)).toHaveText("Chiuso, riapre domani alle 9:00");
});

for (const lang of ["zh-CN", "pt-PT", "auto"]) {
  test(`keeps its language when the browser's translation calls the page ${lang}`, async ({ page }) => {
    await page.route("**/prenota/", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('<html lang="it"', `<html lang="${lang}"`);
      await route.fulfill({ response, body });
    });
    await openAt(page, atRome("friday", "12:00"));
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    await expect(state(page)).toHaveText("Chiuso, riapre lunedì alle 9:00");
  });
}

test("changes by itself at the minute, without being announced", async ({ page }) => {
  await openAt(page, atRome("tuesday", "8:59").replace("59:00", "59:10"));
  await expect(state(page)).toHaveText("Chiuso, riapre oggi alle 9:00");
  await page.clock.runFor(50_000);
  await expect(state(page)).toHaveText("Aperto ora, fino alle 11:00");
  await expect(state(page)).not.toHaveAttribute("aria-live");
  await expect(state(page)).not.toHaveAttribute("role");
});

test("is correct as soon as a sleeping page is shown again", async ({ page }) => {
  await openAt(page, atRome("tuesday", "9:30"));
  await page.clock.pauseAt(new Date(atRome("tuesday", "9:30").replace("30:00", "30:05")));
  await page.clock.setSystemTime(new Date(atRome("tuesday", "11:00")));
  await expect(state(page)).toHaveText("Aperto ora, fino alle 11:00");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(state(page)).toHaveText("Chiuso, riapre oggi alle 15:00");
});

test("tells open from closed by shape, not by colour alone", async ({ page }) => {
  const borderWidth = () =>
    state(page).evaluate((node) => parseFloat(getComputedStyle(node, "::before").borderWidth));
  await openAt(page, atRome("tuesday", "9:30"));
  await expect(state(page)).toHaveText(/Aperto/);
  const disc = await borderWidth();
  await page.clock.setSystemTime(new Date(atRome("tuesday", "11:00")));
  await page.reload();
  await expect(state(page)).toHaveText(/Chiuso/);
  expect(disc).toBeGreaterThan(await borderWidth());
});

test("reserves space for the state, so that nothing moves, even on a narrow phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openAt(page, atRome("tuesday", "9:30"));
  const filled = await state(page).boundingBox();
  await state(page).evaluate((node) => {
    node.textContent = "";
  });
  expect((await state(page).boundingBox())?.height).toBe(filled?.height);
});

test("offers number and hours as a link and a table", async ({ page }) => {
  await page.goto("/prenota/");
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: "Chiama il numero 0571 878778" }).first()).toHaveAttribute(
    "href",
    "tel:+390571878778",
  );
  const table = main.getByRole("table", { name: "Quando risponde il telefono" });
  await expect(table.getByRole("rowheader")).toHaveCount(7);
  await expect(table.getByRole("row", { name: "Martedì" })).toContainText("9:00–11:00, 15:00–17:00");
  await expect(table.getByRole("row", { name: "Mercoledì" })).toContainText("Non risponde");
});

test.describe("for a visitor in Tokyo", () => {
  test.use({ timezoneId: "Asia/Tokyo", locale: "ja-JP" });

  test("says the same as in Italy, in the page's language", async ({ page }) => {
    await openAt(page, atRome("monday", "10:30"));
    await expect(state(page)).toHaveText("Aperto ora, fino alle 11:00");
    await page.clock.setSystemTime(new Date(atRome("friday", "12:00")));
    await page.reload();
    await expect(state(page)).toHaveText("Chiuso, riapre lunedì alle 9:00");
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("shows number and table, without a gap for the state", async ({ page }) => {
    await page.goto("/prenota/");
    await expect(page.getByRole("table", { name: "Quando risponde il telefono" })).toBeVisible();
    expect((await state(page).boundingBox())?.height).toBe(0);
  });
});

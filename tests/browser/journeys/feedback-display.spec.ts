import type { Locator, Page } from "@playwright/test";
import { element } from "../../support/element.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { ALSO_IN_FIREFOX, expect, test } from "../../support/test.ts";
import { feedbackForm } from "./feedback-form.ts";

test("fits 320 pixels in every state, without horizontal scroll", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await expectNoHorizontalScroll(page);
  await form.next.click();
  await expectNoHorizontalScroll(page);
  for (const rating of [2, 4]) {
    await form.star(rating).check();
    await expectNoHorizontalScroll(page);
  }
  await form.next.click();
  await expectNoHorizontalScroll(page);
  await form.send.click();
  await expect(form.status).toContainText("Grazie");
  await expectNoHorizontalScroll(page);
});

test("gives stars, answers and buttons targets of 44 pixels", ALSO_IN_FIREFOX, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  for (let rating = 1; rating <= 5; rating++) {
    const box = await element(form.root, `feedback-rate-${rating}`).boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
  await form.star(4).check();
  for (const target of [...(await element(form.positive, "feedback-rating-answer").all()), form.next]) {
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});

test(
  "shows the choice by shape and text: filled stars, and the number out of five",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    await page.goto(SERVICE_PAGE);
    const form = feedbackForm(page);
    await form.star(3).check();
    expect(await filledStars(form.root)).toEqual([true, true, true, false, false]);
    const written = await form.root
      .locator("[data-element^=feedback-rate-] > .cmp-rating-number")
      .evaluateAll((numbers) => numbers.map((number) => getComputedStyle(number, "::after").content));
    expect(written).toEqual(["none", "none", '"/5"', "none", "none"]);
  },
);

for (const forcedColors of ["none", "active"] as const) {
  test(`shows where the focus is, with forced colours ${forcedColors}`, async ({ page }) => {
    await page.emulateMedia({ forcedColors });
    await page.goto(SERVICE_PAGE);
    const form = feedbackForm(page);
    await form.star(1).focus();
    await page.keyboard.press("Space");
    await expectOutline(form.star(1));
    await page.keyboard.press("Tab");
    await expectOutline(form.negative.getByRole("radio").first());
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expectOutline(form.next);
  });
}

test("distinguishes chosen stars in forced colours", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await form.star(2).check();
  expect(await filledStars(form.root)).toEqual([true, true, false, false, false]);
});

test("has no transition or animation when motion is reduced, nor on the follow-ups at any time", async ({
  page,
}) => {
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await form.star(4).check();
  expect(await durations(form.positive)).toEqual(new Set(["0s"]));
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await durations(form.root)).toEqual(new Set(["0s"]));
});

test("stays off the printed leaflet", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto(SERVICE_PAGE);
  await expect(feedbackForm(page).root).toBeHidden();
});

async function expectNoHorizontalScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

async function expectOutline(target: Locator): Promise<void> {
  const { outlineStyle, outlineWidth } = await target.evaluate((node) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    return { outlineStyle, outlineWidth: parseFloat(outlineWidth) };
  });
  expect(outlineStyle).toBe("solid");
  expect(outlineWidth).toBeGreaterThanOrEqual(2);
}

/** Returns for each star whether its shape is filled. */
function filledStars(root: Locator): Promise<boolean[]> {
  return root
    .locator("[data-element^=feedback-rate-] svg")
    .evaluateAll((stars) => stars.map((star) => getComputedStyle(star).fill !== "none"));
}

/** The durations of all transitions and animations inside an element. */
async function durations(root: Locator): Promise<Set<string>> {
  const found = await root.locator("*").evaluateAll((nodes) =>
    nodes.flatMap((node) => {
      const { transitionDuration, animationDuration } = getComputedStyle(node);
      return [transitionDuration, animationDuration];
    }),
  );
  return new Set(found);
}

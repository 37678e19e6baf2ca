import type { Page } from "@playwright/test";
import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { VISIBLE_SHIFT } from "../../support/visible-shift.ts";
import { ENDPOINT, feedbackForm, type FeedbackForm, nextAnswer, withoutScripts } from "./feedback-form.ts";

/** A page that records its layout shifts. */
type Shifting = Window & { shifts: number[] };

/** How the form on the freshly opened service page reaches each of its states. */
const STATES: Record<string, (form: FeedbackForm, page: Page) => Promise<void>> = {
  initial: async ({ next }) => {
    await expect(next).toBeVisible();
  },
  "rated well": async ({ star, positive }) => {
    await star(5).check();
    await expect(positive).toBeVisible();
  },
  "rated badly": async ({ star, negative }) => {
    await star(2).check();
    await expect(negative).toBeVisible();
  },
  "error at the first step": async ({ next, summary }) => {
    await next.click();
    await expect(summary).toBeVisible();
  },
  "second step": async (form) => {
    await toSecondStep(form);
  },
  "error at the second step": async (form) => {
    await toSecondStep(form);
    await form.comment.fill("a".repeat(201));
    await form.send.click();
    await expect(form.summary).toBeVisible();
  },
  refused: async (form) => {
    await toSecondStep(form);
    await form.comment.fill("Non si legge\0");
    await form.send.click();
    await expect(form.summary).toBeVisible();
  },
  kept: async (form, page) => {
    await toSecondStep(form);
    await page.route(`**${ENDPOINT}`, (route) => route.fulfill({ status: 503, body: "" }));
    await form.send.click();
    await expect(form.status).toContainText("Resta su questo dispositivo");
  },
  sent: async (form) => {
    await toSecondStep(form);
    await form.send.click();
    await expect(form.status).toContainText("Grazie");
  },
};

async function toSecondStep({ star, next, comment }: FeedbackForm): Promise<void> {
  await star(4).check();
  await next.click();
  await expect(comment).toBeVisible();
}

for (const [state, reach] of Object.entries(STATES)) {
  test(`breaks no accessibility rule when it is in the state: ${state}`, async ({ page }) => {
    await page.goto(SERVICE_PAGE);
    await reach(feedbackForm(page), page);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
}

test("breaks no accessibility rule without script: rated, refused and thanked", async ({ page }) => {
  await withoutScripts(page);
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await form.star(2).check();
  expect(await accessibilityViolations(page)).toEqual([]);

  await form.comment.evaluate((textarea: HTMLTextAreaElement) => {
    textarea.removeAttribute("maxlength");
  });
  await form.comment.fill("a".repeat(201));
  await form.send.click();
  await expect(form.summary).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);

  await form.comment.fill("Più corto");
  await form.send.click();
  await page.waitForURL("**/grazie/");
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("moves nothing on the page in any state, not even when a kept post is sent automatically", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as Shifting).shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  /** The shifts since the last call, without those too small to see. */
  const seenShifts = () =>
    page.evaluate(async (least) => {
      // The first frame lays out the page, the second one notifies the observer.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return (window as unknown as Shifting).shifts.splice(0).filter((value) => value >= least);
    }, VISIBLE_SHIFT);

  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await expect(form.next).toBeVisible();
  expect(await seenShifts()).toEqual([]);

  const first = nextAnswer(page);
  await toSecondStep(form);
  await first;
  await page.context().setOffline(true);
  await form.send.click();
  await expect(form.status).toContainText("Sei senza connessione");
  // Changes that follow a click do not count as shifts (https://web.dev/articles/cls), however slow
  // the machine is.
  await seenShifts();
  await page.context().setOffline(false);
  await expect(form.status).toContainText("Grazie");
  expect(await seenShifts()).toEqual([]);
});

import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { collectViolations } from "../../support/csp-violations.ts";
import { expect, test } from "../../support/test.ts";
import { openReport, REPORTS } from "../../support/written-reports.ts";
import { PROMISES, setText } from "./promises.ts";

const MM = 96 / 25.4;

/** The national model asks for its class names on the pages for citizens. */
const KEPT = PROMISES.filter(({ name }) => !name.includes("class names"));

for (const [name, write] of Object.entries(REPORTS)) {
  test(`${name} keeps what all pages promise`, async ({ page }) => {
    const violations = await collectViolations(page);
    const broken: Record<string, readonly string[]> = {};
    await openReport(page, await write());

    for (const { name: promise, width, text, look } of KEPT) {
      await page.setViewportSize({ width, height: 900 });
      await setText(page, text);
      const found = await look(page, "/");
      if (found.length > 0) broken[promise] = found;
    }
    expect(broken).toEqual({});
    expect(violations).toEqual([]);
  });
}

for (const [name, write] of Object.entries(REPORTS).filter(([name]) => name.startsWith("the report"))) {
  test(`${name} prints on one A4 page`, async ({ page }) => {
    await openReport(page, await write());

    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");

    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
}

for (const [mode, options] of Object.entries({
  "forced colours": { contextOptions: { forcedColors: "active" } },
  "a dark scheme": { colorScheme: "dark" },
} as const)) {
  test.describe(`with ${mode}`, () => {
    test.use(options);

    test("the report breaks no accessibility rule, and its charts have the colour of the text", async ({
      page,
    }) => {
      await openReport(page, (await REPORTS["the report"]?.()) ?? "");

      expect(await accessibilityViolations(page)).toEqual([]);
      const colours = await page.evaluate(() => {
        const bar = document.querySelector(".report-chart svg .mark-rect path");
        return [bar && getComputedStyle(bar).fill, getComputedStyle(document.body).color];
      });
      expect(colours[0]).toBe(colours[1]);
    });
  });
}

test("the words in a chart can be read on a small screen, and where they could not, its table stays", async ({
  page,
}) => {
  await openReport(page, (await REPORTS["the report"]?.()) ?? "");
  const chart = page.locator(".report-chart svg").first();

  await page.setViewportSize({ width: 320, height: 900 });
  const heights = await chart.locator("text").evaluateAll((words) =>
    words.map((word) => {
      const size = parseFloat(getComputedStyle(word).fontSize);
      return size * ((word as SVGTextElement).getScreenCTM()?.a ?? 0);
    }),
  );
  expect(Math.min(...heights)).toBeGreaterThan(10);

  await page.setViewportSize({ width: 300, height: 900 });
  await expect(chart).toBeHidden();
  await expect(page.locator(".report-chart table:visible").first()).toBeVisible();
});

test("on paper stand the words, the alerts, the comments that wait, and whole cards of the first pages", async ({
  page,
}) => {
  await openReport(page, (await REPORTS["the report of a site with 300 pages"]?.()) ?? "");
  await page.setViewportSize({ width: Math.floor(190 * MM), height: Math.floor(277 * MM) });
  await page.emulateMedia({ media: "print" });

  await expect(page.locator("main")).toContainText("12 commenti da vedere");
  for (const shown of ["In breve", "Da guardare", "Le pagine, prima quelle da migliorare"])
    await expect(page.getByRole("heading", { name: shown })).toBeVisible();
  for (const left of ["header", "form", "svg", "table"])
    await expect(page.locator(left).filter({ visible: true })).toHaveCount(0);
  const cards = await page.locator(".report-card").evaluateAll((found) =>
    found.map((card) => {
      const { left, right, top, bottom } = card.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
  const list = await page.locator(".report-cards").evaluate((found) => {
    const { left, right, top, bottom } = found.getBoundingClientRect();
    return { left, right, top, bottom };
  });
  const seen = cards.filter(({ left }) => left < list.right);
  expect(seen.length).toBeGreaterThanOrEqual(4);
  expect(seen.length).toBeLessThan(cards.length);
  for (const { right, bottom } of seen) {
    expect(right).toBeLessThanOrEqual(list.right + 1);
    expect(bottom).toBeLessThanOrEqual(list.bottom + 1);
  }
});

test("by the keyboard, the first stop leads to the contents, and a comment is declined with a reason only", async ({
  page,
}) => {
  await openReport(page, (await REPORTS["the queue of comments"]?.()) ?? "");
  const sent: string[] = [];
  await page.route("**/api/report/comments", async (route) => {
    sent.push(route.request().postData() ?? "");
    await route.fulfill({ status: 204 });
  });

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Vai ai contenuti" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").evaluate((stop) => stop.closest("main") !== null)).toBe(true);

  await page.locator(".report-handling summary").first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: /Perché non si fa/ }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  expect(sent).toEqual([]);
  await page.keyboard.type("Decide la Regione");
  await page.keyboard.press("Enter");
  await expect.poll(() => sent).toHaveLength(1);
  expect(sent[0]).toContain("state=declined&reason=Decide+la+Regione");
});

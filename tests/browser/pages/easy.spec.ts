import { element, texts } from "../../support/element.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const EASY = `${SERVICE_PAGE}facile/`;
const TEXT = "main .easy-text";

/** The rules of easy language ask for at least 14 points. */
const MIN_FONT_SIZE_PX = 20;
const MIN_LINE_HEIGHT = 1.6;
/** About 60 characters of that size. */
const MAX_LINE_WIDTH_PX = 600;

test("the service page leads to its easy version, and that leads back", async ({ page }) => {
  await page.goto(SERVICE_PAGE);
  await page.getByRole("link", { name: "Leggi la versione facile" }).click();
  await expect(page).toHaveURL(EASY);

  await page.getByRole("main").getByRole("link", { name: "Leggi la pagina completa" }).click();
  await expect(page).toHaveURL(SERVICE_PAGE);
});

test("the breadcrumb of the easy version leads through the service page", async ({ page }) => {
  await page.goto(EASY);

  const items = await texts(element(page, "breadcrumb").locator("li"));
  expect(items.map((item) => item.replace(/\s*\/$/, ""))).toEqual([
    "Home",
    "Servizi",
    "Segretariato sociale",
    "Versione facile",
  ]);
});

for (const width of [1280, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 780 } });

    test("the easy text is large, in short lines that begin at the left", async ({ page }) => {
      await page.goto(EASY);

      const styles = await page
        .locator(`${TEXT} :is(p, li, th, td, caption, summary):visible`)
        .evaluateAll((found) =>
          found.map((node) => {
            const { fontSize, lineHeight, textAlign, hyphens } = getComputedStyle(node);
            const size = parseFloat(fontSize);
            const { width: lineWidth } = node.getBoundingClientRect();
            return {
              text: node.textContent,
              size,
              lines: parseFloat(lineHeight) / size,
              textAlign,
              hyphens,
              lineWidth,
            };
          }),
        );

      expect(styles.length).toBeGreaterThan(30);
      for (const { text, size, lines, textAlign, hyphens, lineWidth } of styles) {
        expect(size, text).toBeGreaterThanOrEqual(MIN_FONT_SIZE_PX);
        // The line's status, of two words, may be set tighter.
        if (!/^(Aperto|Chiuso)/.test(text)) expect(lines, text).toBeGreaterThanOrEqual(MIN_LINE_HEIGHT);
        expect(["start", "left"], text).toContain(textAlign);
        expect(hyphens, text).not.toBe("auto");
        expect(lineWidth, text).toBeLessThanOrEqual(MAX_LINE_WIDTH_PX);
      }
    });

    test("each step and each case has its symbol beside its words, never over them", async ({ page }) => {
      await page.goto(EASY);

      const items = await page.locator(`${TEXT} > :is(ul, ol) > li`).evaluateAll((found) =>
        found.map((item) => {
          const symbols = Array.from(item.querySelectorAll(":scope > svg"));
          const words = document.createRange();
          words.setStartAfter(symbols[0] ?? item);
          words.setEndAfter(item.lastChild ?? item);
          const end = symbols[0]?.getBoundingClientRect().right ?? Infinity;
          const start = Math.min(...Array.from(words.getClientRects(), ({ left }) => left));
          return symbols.length === 1 && symbols[0]?.ariaHidden === "true" && end < start;
        }),
      );

      expect(items.length).toBeGreaterThanOrEqual(18);
      expect(items).not.toContain(false);
    });
  });
}

test("each sentence of the easy text begins a line", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(EASY);

  const lines = await page
    .locator(`${TEXT} > p, ${TEXT} > :is(ul, ol) > li`)
    .evaluateAll((found: HTMLElement[]) =>
      found.flatMap((node) => {
        const copy = node.cloneNode(true) as HTMLElement;
        copy.querySelector(".glossary")?.remove();
        return Array.from(copy.childNodes, (child) =>
          child.nodeName === "BR" ? "\n" : (child.textContent ?? ""),
        )
          .join("")
          .split(/\n+/)
          .map((line) => line.trim())
          .filter((line) => line !== "");
      }),
    );

  expect(lines.length).toBeGreaterThan(40);
  expect(lines.filter((line) => !/^[^.?]+[.?:]$/.test(line))).toEqual([]);
});

test("the easy version states the facts of the service page", async ({ page }) => {
  await page.goto(EASY);
  const text = page.locator(TEXT);

  // Residents, and the six other groups.
  await expect(
    text.locator("h2", { hasText: "Chi può chiamare" }).locator("~ ul").first().locator("> li"),
  ).toHaveCount(7);
  for (const fact of [
    "Società della Salute Empolese - Valdelsa",
    "0571 878778",
    "+39 0571 878778",
    "presa in carico",
    "Quali documenti servono?",
    "persona fragile",
  ]) {
    await expect(text).toContainText(fact);
  }
  await expect(text.getByRole("row", { name: "Martedì" })).toContainText("9:00–11:00, 15:00–17:00");
  await expect(text.getByRole("row", { name: "Mercoledì" })).toContainText("Non risponde");
});

test("the easy version says that its readers have not tried it yet", async ({ page }) => {
  await page.goto(EASY);

  await expect(page.locator(TEXT)).toContainText(
    "I lettori con disabilità intellettiva non l'hanno ancora provata.",
  );
});

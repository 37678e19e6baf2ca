import { compileLanguageStyles, compileStyles, type Styles } from "../../../src/assets/styles.ts";
import { wideTables } from "../../../src/config/markdown/tables.ts";
import { createMarkdown } from "../../../src/content-model/markdown/markdown.ts";
import { fixtureBuild } from "../../support/fixture-build.ts";
import { expect, test } from "../../support/test.ts";

const WORDS = ["Documentazione", "Responsabilità", "Comunicazione", "Amministrazione", "Straordinariamente"];
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
const TABLE = row(WORDS) + row(WORDS.map(() => "---")) + row(WORDS) + row(WORDS);
const markdown = createMarkdown(() => "").use(wideTables, fixtureBuild());

/** Computed once for each worker, because it takes seconds. */
let common: Promise<Styles> | undefined;

const LANGUAGES = [
  { code: "it", dir: "ltr" },
  { code: "ar", dir: "rtl" },
] as const;

for (const { code, dir } of LANGUAGES) {
  test.describe(`a table of five columns of long words on a phone, ${dir}`, () => {
    // All tests run in one worker.
    test.describe.configure({ mode: "default" });
    test.use({ viewport: { width: 390, height: 800 } });

    test.beforeEach(async ({ page }) => {
      common ??= compileStyles();
      const { main, tables } = await common;
      const language = await compileLanguageStyles([{ code, dir }]);
      const styles = [main, tables, language]
        .map(({ screen, print }) => `${screen}@media print{${print}}`)
        .join("");
      const content = markdown.render(`## Titolo\n\n${TABLE}\nTesto.\n`, { lang: "it" });
      await page.setContent(
        `<!doctype html><html lang="${code}" dir="${dir}"><style>${styles}</style><body><main><div class="container"><div class="richtext-wrapper">${content}</div></div></main></body></html>`,
      );
    });

    test("scrolls in its own box, with the keyboard too, and the page does not", async ({ page }) => {
      const box = page.getByRole("group", { name: `Tabella: ${WORDS.join(", ")}` });
      const scrolled = () => box.evaluate(({ scrollLeft }) => Math.abs(scrollLeft));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeGreaterThan(
        0,
      );

      await page.keyboard.press("Tab");
      await expect(box).toBeFocused();
      await page.keyboard.press(dir === "rtl" ? "ArrowLeft" : "ArrowRight");
      await expect.poll(scrolled).toBeGreaterThan(0);
    });

    test("keeps its words apart and whole", async ({ page }) => {
      const gaps = await page.evaluate(() => {
        const words = [...document.querySelectorAll("thead th")].map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect();
        });
        const inOrder = [...words].sort((a, b) => a.left - b.left);
        const between = inOrder.slice(1).map((word, index) => word.left - (inOrder[index]?.right ?? 0));
        return { least: Math.min(...between), tallest: Math.max(...words.map(({ height }) => height)) };
      });
      expect(gaps.least).toBeGreaterThanOrEqual(16);
      expect(gaps.tallest).toBeLessThan(40);
    });

    test("breaks its words on paper rather than lose some", async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      const hidden = await page
        .locator(".table-scroll")
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(hidden).toBeLessThanOrEqual(0);
    });
  });
}

import type { Page } from "@playwright/test";
import { collectViolations } from "../../support/csp-violations.ts";
import { languages, pathsIn, source } from "../../support/languages.ts";
import { expect, test } from "../../support/test.ts";
import { PROMISES } from "./promises.ts";

const HEIGHT = 900;

/** Sets the size of the reader's text. */
async function setText(page: Page, size = "100%"): Promise<void> {
  await page.evaluate((wanted) => {
    const { style } = document.documentElement;
    if ((style.fontSize || "100%") !== wanted) style.fontSize = wanted;
  }, size);
}

// One visit to each page checks everything. A failure names the page and the promise.
for (const { code, name } of languages) {
  test(`every page in ${name} keeps what all pages promise`, async ({ page, context, baseURL }) => {
    const broken: Record<string, readonly string[]> = {};
    const note = (path: string, promise: string, found: readonly string[]) => {
      if (found.length > 0) broken[`${path} ${promise}`] = found;
    };
    const violations = await collectViolations(page);
    const foreign: string[] = [];
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith("data:") && new URL(url).origin !== baseURL) foreign.push(url);
    });

    // Unknown addresses have a policy as well.
    for (const path of [...pathsIn(code), ...(code === source.code ? ["/non-esiste/"] : [])]) {
      await test.step(path, async () => {
        await page.setViewportSize({ width: 1280, height: HEIGHT });
        await page.goto(path);
        for (const { name: promise, width, text, of, look } of PROMISES) {
          if (of && !of(path)) continue;
          await page.setViewportSize({ width, height: HEIGHT });
          await setText(page, text);
          note(path, promise, await look(page, path));
        }
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        note(path, "keeps its own content security policy", violations.splice(0));
        note(path, "asks no other server for anything", foreign.splice(0));
        const cookies = await context.cookies();
        note(
          path,
          "sets no cookie",
          cookies.map((cookie) => cookie.name),
        );
      });
    }

    expect(broken).toEqual({});
  });
}

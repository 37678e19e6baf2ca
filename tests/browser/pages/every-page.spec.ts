import { collectViolations } from "../../support/csp-violations.ts";
import { inLanguage, languages, pathsIn, source } from "../../support/languages.ts";
import { ONE_OF_EACH_KIND } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { PROMISES, setText } from "./promises.ts";

const HEIGHT = 900;

/**
 * All languages share templates and styles. In the source language every page is visited, in the
 * others one page of each kind. `npm run check:site` visits every page of the live site.
 */
function visited(code: string): string[] {
  const paths = pathsIn(code);
  // Unknown addresses have a policy as well.
  if (code === source.code) return [...paths, "/non-esiste/"];
  const samples = ONE_OF_EACH_KIND.map((path) => inLanguage(path, code));
  return paths.filter((path) => samples.includes(path));
}

// One visit to a page checks everything. A failure names the page and the promise.
for (const { code, name } of languages) {
  test(`the pages in ${name} keep what all pages promise`, async ({ page, context, baseURL }) => {
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

    for (const path of visited(code)) {
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

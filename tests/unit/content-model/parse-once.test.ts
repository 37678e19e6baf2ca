import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { readingCache } from "../../../src/content-model/reading/site-sources.ts";
import { bilingual } from "../../support/bilingual-site.ts";
import { PRIVACY, withSite } from "../../support/fixture-site.ts";

/** Spies on every Markdown parser in the process. */
const parse = vi.spyOn(MarkdownIt.prototype as MarkdownIt, "parse");
const parsed = (): unknown[] => parse.mock.calls.map(([markdown]) => markdown);

beforeEach(() => {
  parse.mockClear();
});

const dirsOf = (folder: string) => ({ ...siteDirs({ SITE_DIR: folder }), root: folder });

describe("loading a site", () => {
  test("parses each page once, translations and their sources too", async () => {
    await withSite(bilingual(), async (folder) => {
      const { pages, problems } = await loadSite(dirsOf(folder));
      expect(problems).toEqual([]);
      expect(pages.some(({ translation }) => translation)).toBe(true);
      const bodies = pages.map(({ sections }) => sections.flatMap(({ lines }) => lines).join("\n"));
      expect(parsed().toSorted()).toEqual(bodies.toSorted());
    });
  });

  test("parses only what changed since the last load, and finds the same as without it", async () => {
    await withSite(bilingual(), async (folder) => {
      const dirs = dirsOf(folder);
      const cache = readingCache();
      await loadSite(dirs, cache);
      const file = join(folder, PRIVACY);
      await writeFile(file, `${await readFile(file, "utf8")}\nVedi [qui](/nulla/).\n`);
      parse.mockClear();

      const again = await loadSite(dirs, cache);
      expect(parsed()).toEqual([expect.stringContaining("Vedi [qui](/nulla/).")]);
      const anew = await loadSite(dirs);
      expect(again.problems).toEqual(anew.problems);
      expect(again.problems.map(({ message }) => message)).toContainEqual(
        expect.stringContaining("collegamento interrotto"),
      );
      expect(again.warnings).toEqual(anew.warnings);
    });
  });

  test("reads a page again that was moved, at its new address", async () => {
    await withSite({}, async (folder) => {
      const cache = readingCache();
      await loadSite(dirsOf(folder), cache);
      const file = join(folder, "content/it/altra.md");
      await writeFile(file, await readFile(join(folder, PRIVACY), "utf8"));
      const { pages } = await loadSite(dirsOf(folder), cache);
      expect(pages.find(({ url }) => url === "/altra/")?.file).toBe("content/it/altra.md");
    });
  });
});

import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { formatProblem } from "../../../src/content-model/problems/problem.ts";
import { loadSite, readSources } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { acceptTranslations } from "../../../src/translations/accept.ts";
import { translationsReport } from "../../../src/translations/translations-report.ts";
import { bilingual, ENGLISH_STRINGS } from "../../support/bilingual-site.ts";
import { type Edits, loadAfter, problemsAfter, replace, withSite } from "../../support/fixture-site.ts";
import { commitAll, edit, withGitSite } from "./git-site.ts";

const STRINGS = "_data/i18n/it.json";
const GLOSSARY = "_data/glossary/it.json";
const ENGLISH_GLOSSARY = "_data/glossary/en.json";
const FOLLOWS = "_data/follows/en.json";

/** The project's own file, as another authority copies it to change a word. */
const ownCopy = (file: string) => () => readFileSync(resolve(import.meta.dirname, "../../..", file), "utf8");
const changed =
  (file: string, passage: string, replacement: string): Edits[string] =>
  () =>
    replace(passage, replacement)(ownCopy(file)());

const HOME = changed(STRINGS, '"nav.home": "Home"', '"nav.home": "Pagina iniziale"');
const [TERM = "", { explanation = "" } = {}] =
  Object.entries(JSON.parse(ownCopy(GLOSSARY)()) as Record<string, { explanation: string }>)[0] ?? [];

const dirsOf = (folder: string) => ({ ...siteDirs({ SITE_DIR: folder }), root: folder });

/** The line of a key in a file of a folder. */
async function lineOf(folder: string, file: string, key: string): Promise<number> {
  const lines = (await readFile(join(folder, file), "utf8")).split("\n");
  return lines.findIndex((line) => line.includes(`"${key}":`)) + 1;
}

describe("an Italian word of the data that changed", () => {
  test("is a warning where its translation stands, and stops nothing", async () => {
    await withSite(bilingual({ [STRINGS]: HOME }), async (folder) => {
      const { problems, warnings } = await loadSite(dirsOf(folder));
      const line = await lineOf(folder, ENGLISH_STRINGS, "nav.home");
      expect(problems).toEqual([]);
      expect(warnings.map(formatProblem)).toContain(
        `${ENGLISH_STRINGS}:${line}: il testo italiano è cambiato dopo la traduzione: «nav.home» di ${STRINGS}; che cosa è cambiato lo dice «npm run check:translations»`,
      );
    });
  });

  test("is one in the glossary too, when its explanation changes", async () => {
    const { warnings } = await loadAfter(
      bilingual({ [GLOSSARY]: changed(GLOSSARY, explanation, `${explanation} Sempre.`) }),
    );
    expect(warnings.map(formatProblem)).toContainEqual(
      expect.stringMatching(`^${ENGLISH_GLOSSARY}:\\d+: .*«${TERM}» di ${GLOSSARY}`),
    );
  });

  test("is shown by the report with the words that were translated and those of today", async () => {
    await withGitSite({ [STRINGS]: ownCopy(STRINGS) }, async (folder) => {
      await edit(folder, STRINGS, replace('"nav.home": "Home"', '"nav.home": "Pagina iniziale"'));
      await commitAll(folder);
      const { lines, isComplete } = await translationsReport(dirsOf(folder), await loadSite(dirsOf(folder)));
      const own = await lineOf(folder, ENGLISH_STRINGS, "nav.home");
      const source = await lineOf(folder, STRINGS, "nav.home");
      expect(lines.join("\n")).toContain(
        `${ENGLISH_STRINGS}:${own}: «nav.home»: il testo italiano è cambiato, ${STRINGS}:${source}
    - Home
    + Pagina iniziale
`,
      );
      expect(lines).toContain(`    ${ENGLISH_STRINGS}`);
      expect(isComplete).toBe(false);
    });
  });
});

describe("accepting words of the data", () => {
  test("records them in the site's own file, and leaves nothing to do", async () => {
    await withSite(bilingual({ [STRINGS]: HOME }), async (folder) => {
      const { written, site } = acceptTranslations(await readSources(dirsOf(folder)), (file) =>
        file.endsWith("i18n/en.json"),
      );
      expect(written.map(({ file, record }) => [file, record.file])).toEqual([[ENGLISH_STRINGS, FOLLOWS]]);
      expect(site.warnings.filter(({ file }) => file === ENGLISH_STRINGS)).toEqual([]);
      // What the file said of the glossary stays.
      expect(
        Object.keys(JSON.parse(Buffer.from(written[0]?.record.bytes ?? "").toString()) as object),
      ).toEqual(["i18n", "glossary"]);
    });
  });

  test("refuses a file with mistakes", async () => {
    const edits = bilingual({ [STRINGS]: HOME, [ENGLISH_STRINGS]: replace('"skip.footer"', '"skip.foter"') });
    await withSite(edits, async (folder) => {
      const { written, refused } = acceptTranslations(await readSources(dirsOf(folder)), () => true);
      expect([written, refused]).toEqual([[], [ENGLISH_STRINGS]]);
    });
  });
});

test.each(["{}", '{ "i18n": {}, "glossary": {} }'])(
  "words of which nothing was recorded are an error that says the command: %s",
  async (record) => {
    const problems = await problemsAfter(bilingual({ [FOLLOWS]: () => record }));
    expect(problems).toEqual(
      [ENGLISH_GLOSSARY, ENGLISH_STRINGS].map(
        (file) =>
          `${file}:1: traduzione non registrata: ci vuole il testo italiano da cui viene; qui non c'è, scrivilo con «npm run check:translations -- --accept ${file}»`,
      ),
    );
  },
);

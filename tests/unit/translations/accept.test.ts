import { expect, test } from "vitest";
import { formatProblem } from "../../../src/content-model/problems/problem.ts";
import type { Page } from "../../../src/content-model/reading/page.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { readSources } from "../../../src/content-model/reading/site-sources.ts";
import { acceptTranslations } from "../../../src/translations/accept.ts";
import { bilingual, ENGLISH_PRIVACY, ENGLISH_SERVICE } from "../../support/bilingual-site.ts";
import { type Edits, PRIVACY, replace, SERVICE, withSite } from "../../support/fixture-site.ts";

/**
 * Accepts translations after some edits. Returns the files, the text before and after, and the
 * remaining work.
 */
function acceptAfter(edits: Edits, isChosen: (page: Page) => boolean = () => true) {
  return withSite(bilingual(edits), async (folder) => {
    const before = await readSources({ ...siteDirs({ SITE_DIR: folder }), root: folder });
    const accepted = acceptTranslations(before, isChosen);
    const records = new Map(accepted.written.map(({ page, bytes }) => [page.file, bytes]));
    const textOf = (name: string): string =>
      Buffer.from(before.content.find(({ file }) => file === name)?.bytes ?? "").toString();
    return {
      written: accepted.written.map(({ page }) => page.file),
      refused: accepted.refused,
      problems: accepted.site.problems.map(formatProblem),
      stale: accepted.site.pages.filter((page) => page.translation?.isStale).map(({ file }) => file),
      before: textOf,
      after: (name: string) =>
        records.has(name) ? Buffer.from(records.get(name) ?? "").toString() : textOf(name),
    };
  });
}

const CHANGED: Edits = {
  [SERVICE]: replace("Niente.", "Altro."),
  [PRIVACY]: replace("Nessuno.", "Qualcuno."),
};

test("records what was chosen, in its lines alone, and leaves the rest stale", async () => {
  const { written, stale, before, after } = await acceptAfter(
    CHANGED,
    ({ file }) => file === ENGLISH_SERVICE,
  );
  expect(written).toEqual([ENGLISH_SERVICE]);
  expect(stale).toEqual([ENGLISH_PRIVACY]);
  const withoutLine = (text: string): string => text.replace(/follows: .*/, "");
  expect(after(ENGLISH_SERVICE)).not.toBe(before(ENGLISH_SERVICE));
  expect(withoutLine(after(ENGLISH_SERVICE))).toBe(withoutLine(before(ENGLISH_SERVICE)));
  expect(after(ENGLISH_PRIVACY)).toBe(before(ENGLISH_PRIVACY));
});

test("records translations that never recorded anything, which takes their error away", async () => {
  const unrecorded = (source: string): string => source.replace(/translation:\n( .*\n)+/, "");
  const { written, problems, stale } = await acceptAfter({ [ENGLISH_PRIVACY]: unrecorded });
  expect({ written, problems, stale }).toEqual({ written: [ENGLISH_PRIVACY], problems: [], stale: [] });
});

test("changes nothing where nothing changed", async () => {
  expect(await acceptAfter({})).toMatchObject({ written: [], refused: [], stale: [] });
});

test("refuses a translation that does not say what its source says, and says what it lacks", async () => {
  const edits = { ...CHANGED, [PRIVACY]: replace("Nessuno.", "- Uno\n- Due") };
  const { written, refused, problems, before, after } = await acceptAfter(edits);
  expect({ written, refused }).toEqual({ written: [ENGLISH_SERVICE], refused: [ENGLISH_PRIVACY] });
  expect(after(ENGLISH_PRIVACY)).toBe(before(ENGLISH_PRIVACY));
  expect(problems).toEqual([
    `${ENGLISH_PRIVACY}:8: elenchi o tabelle diversi dall'italiano: ce ne vogliono 1 (il primo è in ${PRIVACY}:10); qui ce ne sono 0`,
  ]);
});

test("refuses a translation whose source has mistakes", async () => {
  const { refused, problems } = await acceptAfter({
    ...CHANGED,
    [PRIVACY]: replace("Nessuno.", "Qualcuno <b>qui</b>."),
  });
  expect(refused).toEqual([ENGLISH_PRIVACY]);
  expect(problems).toEqual([expect.stringContaining(`${PRIVACY}:10: `)]);
});

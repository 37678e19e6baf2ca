import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPage } from "../../../src/translations/read-sections.ts";
import { pastTexts } from "../../../src/translations/source-history.ts";
import { sectionsOf } from "../../support/bilingual-site.ts";
import { PRIVACY, replace, withSite } from "../../support/fixture-site.ts";
import { commitAll, edit, git, withGitSite } from "./git-site.ts";

/** Revision and text of a section as it is in the working tree. */
async function sectionNow(folder: string, id: string, file = PRIVACY) {
  const sections = sectionsOf(await readFile(join(folder, file), "utf8"));
  const section = sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`There is no section ${id}.`);
  return section;
}

test("a section is found as it once was, before several commits and a renaming of its page", async () => {
  await withGitSite({}, async (folder) => {
    const first = await sectionNow(folder, "quali-dati");
    const title = await sectionNow(folder, "titolo e descrizione");
    await edit(folder, PRIVACY, replace("Nessuno.", "Qualcuno."));
    await commitAll(folder);
    const second = await sectionNow(folder, "quali-dati");
    await git(folder, "mv", PRIVACY, "content/it/dati.md");
    await commitAll(folder);
    await edit(folder, "content/it/dati.md", replace("Qualcuno.", "Tutti."));
    await edit(folder, "content/it/dati.md", replace("title: Privacy", "title: Dati"));
    await commitAll(folder);
    const wanted = new Set([first.revision, second.revision, title.revision]);
    const { texts, gap } = await pastTexts(join(folder, "content/it/dati.md"), wanted, readPage);
    expect(Object.fromEntries(texts)).toEqual({
      [first.revision]: "## Quali dati\n\nNessuno.\n\n### Eccezioni\n\nNessuna.",
      [second.revision]: "## Quali dati\n\nQualcuno.\n\n### Eccezioni\n\nNessuna.",
      [title.revision]: "title: Privacy\ndescription: Come trattiamo i dati di chi usa il sito.",
    });
    expect(gap).toBeUndefined();
  });
});

test("a text that was never committed is not there", async () => {
  await withGitSite({}, async (folder) => {
    const { revision } = await sectionNow(folder, "quali-dati");
    const { texts, gap } = await pastTexts(
      join(folder, PRIVACY),
      new Set([revision, "000000000000"]),
      readPage,
    );
    expect([...texts.keys()]).toEqual([revision]);
    expect(gap).toBe("never-committed");
  });
});

test("a clone with part of the history says that it is one", async () => {
  await withGitSite({}, async (folder) => {
    const { revision } = await sectionNow(folder, "quali-dati");
    await edit(folder, PRIVACY, replace("Nessuno.", "Qualcuno."));
    await commitAll(folder);
    const clone = await mkdtemp(join(tmpdir(), "clone-"));
    try {
      await git(folder, "clone", "--quiet", "--depth=1", `file://${folder}`, clone);
      expect(await pastTexts(join(clone, PRIVACY), new Set([revision]), readPage)).toEqual({
        texts: new Map(),
        gap: "shallow",
      });
    } finally {
      await rm(clone, { recursive: true });
    }
  });
});

test("a folder without history says that it has none", async () => {
  await withSite({}, async (folder) => {
    expect(await pastTexts(join(folder, PRIVACY), new Set(["000000000000"]), readPage)).toEqual({
      texts: new Map(),
      gap: "no-history",
    });
  });
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pastSources } from "../../../src/translations/past-sources.ts";
import { revisionIn } from "../../support/bilingual-site.ts";
import { PRIVACY, replace, withSite } from "../../support/fixture-site.ts";
import { commitAll, edit, git, withGitSite } from "./git-site.ts";

/** The page's revision in the working tree. */
const revisionNow = async (folder: string): Promise<string> =>
  revisionIn(await readFile(join(folder, PRIVACY), "utf8"));

test("a page is found as it once was, before several commits and a renaming", async () => {
  await withGitSite({}, async (folder) => {
    const first = await revisionNow(folder);
    await edit(folder, PRIVACY, replace("Nessuno.", "Qualcuno."));
    await commitAll(folder);
    const second = await revisionNow(folder);
    await git(folder, "mv", PRIVACY, "content/it/dati.md");
    await commitAll(folder);
    await edit(folder, "content/it/dati.md", replace("Qualcuno.", "Tutti."));
    await commitAll(folder);
    const { byRevision, gap } = await pastSources(
      join(folder, "content/it/dati.md"),
      new Set([first, second]),
    );
    const texts = [first, second].map((revision) => byRevision.get(revision)?.lines.map(({ text }) => text));
    const before = (data: string) => [
      "title: Privacy",
      "description: Come trattiamo i dati di chi usa il sito.",
      ...["", "## Quali dati", "", data, "", "### Eccezioni", "", "Nessuna.", ""],
    ];
    expect(texts).toEqual([before("Nessuno."), before("Qualcuno.")]);
    expect(gap).toBeUndefined();
  });
});

test("of several versions with the same words the newest is taken", async () => {
  await withGitSite({}, async (folder) => {
    const revision = await revisionNow(folder);
    await edit(folder, PRIVACY, replace("Nessuno.", "Nessuno!"));
    await commitAll(folder);
    await edit(folder, PRIVACY, replace("Nessuno!", "Qualcuno."));
    const { byRevision } = await pastSources(
      join(folder, PRIVACY),
      // An unknown revision makes it read every version.
      new Set([revision, "000000000000"]),
    );
    expect(byRevision.get(revision)?.lines).toContainEqual({ text: "Nessuno!", line: 10 });
  });
});

test("a text that was never committed is not found", async () => {
  await withGitSite({}, async (folder) => {
    const revision = await revisionNow(folder);
    const { byRevision, gap } = await pastSources(join(folder, PRIVACY), new Set([revision, "000000000000"]));
    expect([...byRevision.keys()]).toEqual([revision]);
    expect(gap).toBe("never-committed");
  });
});

test("a clone with part of the history says that it is one", async () => {
  await withGitSite({}, async (folder) => {
    const revision = await revisionNow(folder);
    await edit(folder, PRIVACY, replace("Nessuno.", "Qualcuno."));
    await commitAll(folder);
    const clone = await mkdtemp(join(tmpdir(), "clone-"));
    try {
      await git(folder, "clone", "--quiet", "--depth=1", `file://${folder}`, clone);
      expect(await pastSources(join(clone, PRIVACY), new Set([revision]))).toEqual({
        byRevision: new Map(),
        gap: "shallow",
      });
    } finally {
      await rm(clone, { recursive: true });
    }
  });
});

test("a folder without history says that it has none", async () => {
  await withSite({}, async (folder) => {
    expect(await pastSources(join(folder, PRIVACY), new Set(["000000000000"]))).toEqual({
      byRevision: new Map(),
      gap: "no-history",
    });
  });
});

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, vi } from "vitest";
import { checkedSite } from "../../../src/config/build.ts";
import { loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { readingCache } from "../../../src/content-model/reading/site-sources.ts";
import { filesBelow, HOST_FILES } from "../../../src/hosting/finish-site.ts";
import { buildPages } from "../../../src/tasks/build-site.ts";
import {
  CONTACTS,
  type Edits,
  PRIVACY,
  replace,
  SERVICE,
  SITE,
  withSite,
} from "../../support/fixture-site.ts";

const INTERFACE = readFileSync("_data/i18n/it.json", "utf8");

/** What an editor changes while `npm run dev` runs, one after the other. */
const CHANGES: Record<string, Edits> = {
  "a fact": { [CONTACTS]: replace("+39 0571 878778", "+39 0571 878779") },
  "the menu": {
    [SITE]: replace(
      '"footerMenu": [',
      '"footerMenu": [{ "id": "legalNotes", "url": "/note-legali/", "element": "legal-notes" }, ',
    ),
  },
  "an interface text": {
    "_data/i18n/it.json": () => INTERFACE.replace("Link utili", "Pagine utili"),
  },
  "a title": { [SERVICE]: replace("title: Aiuto", "title: Aiuto per tutti") },
  "the layout of a page": { [PRIVACY]: replace("layout: page", "layout: sitemap") },
  "a difficult term": {
    "_data/glossary/it.json": () =>
      '{ "prova": { "term": "prova", "forms": ["prova"], "explanation": "Un tentativo." } }',
  },
};

/** Paths and contents of all files of a built site, without those for hosts. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = (await filesBelow(folder)).filter((name) => !HOST_FILES.includes(name));
  const entries = names.map(async (name) => [name, await readFile(join(folder, name), "latin1")] as const);
  return Object.fromEntries(await Promise.all(entries));
}

it("a build after others in the same process is the same byte for byte as the first of a new one", async () => {
  vi.stubEnv("SITE_TODAY", "2026-12-10");
  const cache = readingCache();
  const edits: Edits = {};
  const after = (): Promise<Record<string, string>[]> =>
    withSite(edits, async (folder) => {
      const output = join(folder, "again");
      const site = checkedSite(await loadSite({ ...siteDirs({ SITE_DIR: folder }), root: folder }, cache));
      if (!site) throw new Error("The site has mistakes.");
      await buildPages(site, folder, (draft) => rename(draft, output), { feedbackUrl: undefined });
      const env = { ...process.env, SITE_DIR: folder, OUTPUT_DIR: join(folder, "new") };
      await promisify(execFile)(process.execPath, ["src/tasks/build.ts", "--quiet"], { env });
      const built = await Promise.all([contentsOf(output), contentsOf(join(folder, "new"))]);
      await rm(output, { recursive: true });
      return built;
    });
  await after();
  for (const [what, change] of Object.entries(CHANGES)) {
    Object.assign(edits, change);
    const [again, fresh] = await after();
    expect(Object.keys(fresh ?? {}).length, what).toBeGreaterThan(20);
    expect(again, what).toEqual(fresh);
  }
});

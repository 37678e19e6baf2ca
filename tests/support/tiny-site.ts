import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadSite } from "../../src/content-model/load-site.ts";
import type { Page } from "../../src/content-model/reading/page.ts";
import { siteDirs } from "../../src/content-model/reading/site-dirs.ts";
import type { SiteFacts } from "../../src/content-model/schemas/site-facts.ts";
import { type BuiltSite, readBuiltSite } from "../../src/site-checks/built-site.ts";

/** The origin of the fixture site, whose facts these sites share. */
export const ORIGIN = "https://aiuto.internal";

/** A page with valid HTML. */
export function pageWith(main: string, head = ""): string {
  return `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Prova</title>${head}</head>
<body><main><h1>Prova</h1>${main}</main></body>
</html>
`;
}

/**
 * Writes a made-up built site into a temporary folder, reads it back, and deletes it after `use`
 * has run.
 * @param files the built files, by path without a leading `/`
 * @param written the pages that editors wrote, none by default
 */
export async function withTinySite<Result>(
  files: Record<string, string>,
  use: (site: BuiltSite) => Result | Promise<Result>,
  written: readonly Page[] = [],
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "tiny-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await use(await readBuiltSite(folder, { facts: await fixtureFacts(), pages: written }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function fixtureFacts(): Promise<SiteFacts> {
  const { facts } = await loadSite(siteDirs({ SITE_DIR: "tests/fixtures/content/site" }));
  if (!facts) throw new Error("The fixture site has errors.");
  return facts;
}

import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { bilingual, ENGLISH_SERVICE } from "../../support/bilingual-site.ts";
import { withSite } from "../../support/fixture-site.ts";

test("lists name untranslated news in Italian, and a list that would be empty in a language does not exist there", async () => {
  await withSite(bilingual(), async (folder) => {
    // English has no service, and neither language has a page in the category «Avvisi».
    rmSync(join(folder, ENGLISH_SERVICE));
    const env = { ...process.env, SITE_DIR: folder, OUTPUT_DIR: join(folder, "built") };
    await promisify(execFile)(process.execPath, ["src/tasks/build.ts"], { env });
    const built = (path: string): string => readFileSync(join(folder, "built", path), "utf8");

    const marked =
      /<a href="\/novita\/apertura\/" hreflang="it"[^>]*><span lang="it" dir="ltr">Apre lo sportello<\/span><\/a>/;
    for (const list of ["", "novita/", "novita/notizie/", "argomenti/immigrazione/"])
      expect(built(`en/${list}index.html`), list).toMatch(marked);
    expect(built("novita/index.html")).toContain('<a href="/novita/apertura/">Apre lo sportello</a>');
    expect(built("en/novita/feed.xml")).toMatch(/<entry xml:lang="it">\s*<title>Apre lo sportello<\/title>/);
    expect(built("en/mappa-del-sito/index.html")).not.toContain("/novita/apertura/");

    const pages = globSync("**/*.{html,xml,json}", { cwd: join(folder, "built") });
    const all = pages.map(built).join("\n");
    const empty = ["/en/servizi/salute-benessere-e-assistenza/", "/en/argomenti/assistenza-sociale/"];
    for (const url of [...empty, "/novita/avvisi/", "/en/novita/avvisi/"]) {
      expect(existsSync(join(folder, "built", url)), url).toBe(false);
      expect(all).not.toContain(`"${url}"`);
      expect(all).not.toContain(`https://aiuto.internal${url}`);
    }
    expect(all).toContain('"/servizi/salute-benessere-e-assistenza/"');
    const links = new Set(Array.from(all.matchAll(/href="(\/[^"#]*)/g), ([, url = ""]) => url));
    expect([...links].filter((url) => !existsSync(join(folder, "built", url)))).toEqual([]);
  });
});

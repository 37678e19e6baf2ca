import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { siteUnderTest } from "./site-under-test.ts";

/** The service page that the tests of the national model read. */
export const SERVICE_PAGE = "/servizi/segretariato-sociale/";
/** The pages of the citizen's main journey: what the service is, how it works, how to book. */
export const MAIN_PATHS = ["/", SERVICE_PAGE, "/prenota/"] as const;
/** One page for each layout, and one for each template of a page that no editor writes. */
export const ONE_OF_EACH_KIND = [
  ...MAIN_PATHS,
  "/servizi/",
  "/servizi/salute-benessere-e-assistenza/",
  "/amministrazione/segretariato-sociale/",
  "/novita/",
  "/novita/il-tuo-parere-su-ogni-pagina/",
  "/argomenti/",
  "/argomenti/immigrazione/",
  "/note-legali/",
  "/mappa-del-sito/",
  "/valutazioni/",
  "/dati/",
  "/grazie/",
  "/parere/",
] as const;

/** The folder of the built site under test, which the server serves. */
export const SITE = resolve(siteUnderTest.output);

if (!existsSync(join(SITE, "sitemap.xml"))) {
  throw new Error(`There is no built site in ${SITE}: run \`npm run build:tests\` first.`);
}

/** Reads a file of the built site. `path` has no leading slash. */
export function readBuilt(path: string): string {
  return readFileSync(join(SITE, path), "utf8");
}

/** The text of a built page's `main` element, with collapsed white space. */
export function mainText(path: string): string {
  const [main = ""] = /<main[^]*<\/main>/.exec(readBuilt(fileOf(path))) ?? [];
  return main
    .replace(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The file of a page in the built site. */
function fileOf(path: string): string {
  return path.slice(1).replace(/(^|\/)$/, "$1index.html");
}

/** The paths of the URLs in sitemap.xml. */
export function sitemapPaths(): string[] {
  const locations = readBuilt("sitemap.xml").matchAll(/<loc>([^<]+)<\/loc>/g);
  return Array.from(locations, ([, location = ""]) => new URL(location).pathname);
}

/** The paths of every built HTML page, including those that are not in the site map. */
export function allPaths(): string[] {
  const files = globSync("**/*.html", { cwd: SITE });
  return files
    .map(
      (file) =>
        `/${file
          .split(sep)
          .join("/")
          .replace(/(^|\/)index\.html$/, "$1")}`,
    )
    .sort();
}

/** The paths of the pages that can be rated, read from the manifest. */
export function contentPaths(): string[] {
  const manifest = JSON.parse(readBuilt("feedback.json")) as { pages: Record<string, unknown> };
  return Object.keys(manifest.pages);
}

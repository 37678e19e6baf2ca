import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { siteUnderTest } from "./site-under-test.ts";

/** The service page that the model's checks read. */
export const SERVICE_PAGE = "/servizi/segretariato-sociale/";
/** The pages of the citizen's main road: what it is, how it works, how to book. */
export const MAIN_PATHS = ["/", SERVICE_PAGE, "/prenota/"] as const;
/** One page of each kind: each layout, and each template of a page that no editor writes. */
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
  "/grazie/",
  "/parere/",
] as const;

/** The built site under test, the same folder that the server serves. */
export const SITE = resolve(siteUnderTest.output);

if (!existsSync(join(SITE, "sitemap.xml"))) {
  throw new Error(`There is no built site in ${SITE}: run \`npm run build:tests\` first.`);
}

/** The text of a file of the built site; `path` has no leading slash. */
export function readBuilt(path: string): string {
  return readFileSync(join(SITE, path), "utf8");
}

/** The text of a built page's main part, white space collapsed as a reader sees it. */
export function mainText(path: string): string {
  const [main = ""] = /<main[^]*<\/main>/.exec(readBuilt(fileOf(path))) ?? [];
  return main
    .replace(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The file of a page, in the built site. */
function fileOf(path: string): string {
  return path.slice(1).replace(/(^|\/)$/, "$1index.html");
}

/** Paths of the URLs that sitemap.xml gives to search engines. */
export function sitemapPaths(): string[] {
  const locations = readBuilt("sitemap.xml").matchAll(/<loc>([^<]+)<\/loc>/g);
  return Array.from(locations, ([, location = ""]) => new URL(location).pathname);
}

/** Paths of every built HTML page, also those that search engines are not told about. */
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

/** Paths of the pages that can be rated: the build's manifest names them for the feedback handler. */
export function contentPaths(): string[] {
  const manifest = JSON.parse(readBuilt("feedback.json")) as { pages: Record<string, unknown> };
  return Object.keys(manifest.pages);
}

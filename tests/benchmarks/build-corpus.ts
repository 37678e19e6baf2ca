import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FLAGSHIP } from "../support/flagship.ts";

/** The page that the corpus copies, and the folder of the copies. */
const MODEL = "content/it/servizi/segretariato-sociale.md";
const COPIES = "content/it/servizi";

/** Writes the Italian flagship with additional service pages, so that every check applies to it. */
export async function makeSite(folder: string, pages: number): Promise<void> {
  await cp(join(FLAGSHIP, "content/it"), join(folder, "content/it"), { recursive: true });
  await cp(join(FLAGSHIP, "_data"), join(folder, "_data"), { recursive: true });
  await rm(join(folder, "_data/vocabulary"), { recursive: true });
  const file = join(folder, "_data/site.json");
  const site = JSON.parse(await readFile(file, "utf8")) as { languages: unknown[] };
  await writeFile(file, JSON.stringify({ ...site, languages: site.languages.slice(0, 1) }));
  await copyModel(join(folder, COPIES), pages);
}

/** The first copy's path in every built site, and its source in each generator's site. */
export const FIRST_PAGE = "servizi/servizio-1/index.html";
export const FIRST_COPY = { site: `${COPIES}/servizio-1.md`, peer: "content/servizi/servizio-1.md" };

/**
 * Writes the same Markdown for plain Eleventy and Hugo.
 * @param page the HTML of a built page, which becomes their layout
 */
export async function makePeers(eleventy: string, hugo: string, pages: number, page: string): Promise<void> {
  const [before = "", after = ""] = page
    .replace(/<title>[^]*?<\/title>/, "<title>Servizio</title>")
    .replace(/<main[^]*<\/main>/, (main) => main.replace(/<section[^]*<\/section>/, "\0"))
    .split("\0");
  if (after === "") throw new Error("The page has no section to put the Markdown in.");
  const files = {
    [join(eleventy, "eleventy.config.mjs")]: `export default () => ({
  dir: { input: "content", includes: "../_includes", output: "_site" },
  // The references to facts, {{ente}}, stay as they are: Nunjucks would know none.
  markdownTemplateEngine: false,
});
`,
    [join(eleventy, "_includes/service.njk")]:
      `{% raw %}${before}{% endraw %}{{ content | safe }}{% raw %}${after}{% endraw %}`,
    [join(hugo, "hugo.toml")]: 'disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap"]\n',
    [join(hugo, "layouts/_default/service.html")]: `${before}{{ .Content }}${after}`,
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, text);
  }
  for (const folder of [eleventy, hugo]) await copyModel(join(folder, "content/servizi"), pages);
}

async function copyModel(folder: string, pages: number): Promise<void> {
  const model = await readFile(join(FLAGSHIP, MODEL), "utf8");
  await mkdir(folder, { recursive: true });
  for (let number = 1; number <= pages; number++) {
    const copy = model
      .replace(/^title: .*$/m, `title: Servizio ${number} per i cittadini in difficoltà`)
      .replace(/^navTitle: .*$/m, `navTitle: Servizio ${number}`);
    await writeFile(join(folder, `servizio-${number}.md`), copy);
  }
}

import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { transform } from "esbuild";
import { PurgeCSS } from "purgecss";
import { compileAsync, Logger } from "sass";
import { adaptBootstrapItalia } from "./bootstrap-italia.ts";

const SOURCES = [
  "src/styles/tokens.css",
  "src/styles/base.css",
  "src/styles/easy.css",
  "src/styles/print.css",
];
const COMPONENTS = "_includes/components/*/*.css";
const TEMPLATES = [
  "_includes/**/*.{njk,ts}",
  "src/pages/*.njk",
  "src/config/**/*.ts",
  "src/client/*.ts",
  "src/feedback/http/retry-page.ts",
];

/** Read by the national validator on `body`; nothing in the pages refers to it. */
const VERSION_PROPERTY = "--bootstrap-italia-version";

/**
 * What the pages of a language need besides: the direction of their script, and the fonts of other scripts than ours.
 * Minified; empty for most languages.
 */
export async function compileLanguageStyles({
  code,
  dir,
}: {
  code: string;
  dir: "ltr" | "rtl";
}): Promise<string> {
  const own = `src/styles/languages/${code}.css`;
  const files = [...(dir === "rtl" ? ["src/styles/rtl.css"] : []), ...(existsSync(own) ? [own] : [])];
  const styles = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return minify(styles.join("\n"));
}

/**
 * Compiles the one style sheet of the site: Bootstrap Italia's parts, then our tokens, base and components,
 * without the rules that no template names, for both directions of writing, minified.
 */
export async function compileStyles(): Promise<string> {
  const bootstrapItalia = await compileAsync("src/styles/main.scss", {
    loadPaths: ["node_modules"],
    logger: Logger.silent,
  });
  const components = (await Array.fromAsync(glob(COMPONENTS))).sort();
  const own = await Promise.all([...SOURCES, ...components].map((file) => readFile(file, "utf8")));
  const [purged] = await new PurgeCSS().purge({
    content: TEMPLATES,
    css: [{ raw: [adaptBootstrapItalia(bootstrapItalia.css), ...own].join("\n") }],
    variables: true,
    keyframes: true,
    safelist: { variables: [VERSION_PROPERTY] },
  });
  return minify(purged?.css ?? "");
}

/** What the pages with a table need besides, minified. */
export async function compileTableStyles(): Promise<string> {
  return minify(await readFile("src/styles/tables.css", "utf8"));
}

async function minify(css: string): Promise<string> {
  const { code } = await transform(css, { loader: "css", minify: true, charset: "utf8" });
  return code.trim();
}

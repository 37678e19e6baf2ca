import { glob, readFile } from "node:fs/promises";
import { transform } from "esbuild";
import { PurgeCSS } from "purgecss";
import { compileAsync, Logger } from "sass";

const SOURCES = ["src/styles/tokens.css", "src/styles/base.css", "src/styles/print.css"];
const COMPONENTS = "_includes/components/*/*.css";
const TEMPLATES = [
  "_includes/**/*.{njk,ts}",
  "src/config/**/*.ts",
  "src/client/*.ts",
  "src/feedback/retry-page.ts",
];

/** Read by the national validator on `body`; nothing in the pages refers to it. */
const VERSION_PROPERTY = "--bootstrap-italia-version";

/**
 * Compiles the one style sheet of the site: Bootstrap Italia's parts, then our tokens, base and components,
 * without the rules that no template names, minified.
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
    css: [{ raw: [bootstrapItalia.css, ...own].join("\n") }],
    variables: true,
    keyframes: true,
    safelist: { variables: [VERSION_PROPERTY] },
  });
  const { code } = await transform(purged?.css ?? "", { loader: "css", minify: true });
  return code.trim();
}

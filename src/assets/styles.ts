import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { cached } from "./cache.ts";

const MAIN = "src/styles/main.scss";
const SCSS = "src/styles/**/*.scss";
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

/** The national validator reads this property on `body`. The pages do not use it. */
const VERSION_PROPERTY = "--bootstrap-italia-version";

/**
 * Compiles a language's additional styles: the direction of its script, and fonts for scripts other
 * than Latin. The result is minified and empty for most languages.
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
 * Compiles the site's only style sheet: Bootstrap Italia's parts, then the project's tokens, base
 * and components. The result is minified, works in both directions of writing, and lacks rules that
 * no template uses.
 */
export function compileStyles(): Promise<string> {
  return cached("styles", { files: [SCSS, ...SOURCES, COMPONENTS, ...TEMPLATES] }, async () => {
    const bootstrapItalia = await compileBootstrapItalia();
    const components = (await Array.fromAsync(glob(COMPONENTS))).sort();
    const own = await Promise.all([...SOURCES, ...components].map((file) => readFile(file, "utf8")));
    const { PurgeCSS } = await import("purgecss");
    const [purged] = await new PurgeCSS().purge({
      content: TEMPLATES,
      css: [{ raw: [bootstrapItalia, ...own].join("\n") }],
      variables: true,
      keyframes: true,
      safelist: { variables: [VERSION_PROPERTY] },
    });
    return minify(purged?.css ?? "");
  });
}

/** Compiles the slowest part, which does not depend on the templates. */
function compileBootstrapItalia(): Promise<string> {
  return cached("bootstrap-italia", { files: [SCSS] }, async () => {
    const [{ compile, Logger }, { adaptBootstrapItalia }] = await Promise.all([
      import("sass"),
      import("./bootstrap-italia.ts"),
    ]);
    // The synchronous function takes half as long as the asynchronous one.
    const { css } = compile(MAIN, { loadPaths: ["node_modules"], logger: Logger.silent });
    return adaptBootstrapItalia(css);
  });
}

/** Compiles the additional styles of pages with a table, minified. */
export async function compileTableStyles(): Promise<string> {
  return minify(await readFile("src/styles/tables.css", "utf8"));
}

function minify(css: string): Promise<string> {
  return cached("minified", { values: [css] }, async () => {
    const { transform } = await import("esbuild");
    const { code } = await transform(css, { loader: "css", minify: true, charset: "utf8" });
    return code.trim();
  });
}

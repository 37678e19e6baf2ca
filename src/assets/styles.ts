import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import type { Site } from "../content-model/schemas/site.ts";
import { OLDEST_BROWSERS } from "./browsers.ts";
import { cached } from "./cache.ts";
import type { Sheets } from "./reduce-styles.ts";

const TOKENS = "src/styles/tokens.css";
const MAIN = "src/styles/main.scss";
const SCSS = "src/styles/**/*.scss";
const SOURCES = [TOKENS, "src/styles/base.css", "src/styles/easy.css", "src/styles/print.css"];
const COMPONENTS = "_includes/components/*/*.css";
const TABLES = "src/styles/tables.css";
const HEADER = "_includes/components/header/header.css";
const REPORT_SOURCES = [TOKENS, "src/styles/base.css", HEADER, TABLES, "src/styles/report.css"];
const LANGUAGES = "src/styles/languages";
const RTL = "src/styles/rtl.css";
const TEMPLATES = [
  "_includes/**/*.{njk,ts}",
  "src/pages/*.njk",
  "src/config/**/*.ts",
  "src/client/*.ts",
  "src/feedback/http/retry-page.ts",
];

const REPORT_TEMPLATES = ["src/feedback/report/html/*.ts"];

type Language = Pick<Site["languages"][number], "code" | "dir">;

/** The national validator reads this property on `body`. The pages do not use it. */
const VERSION_PROPERTY = "--bootstrap-italia-version";

/** The style sheets that pages inline, each with its rules for paper. */
export interface Styles {
  /** The style sheet of all pages. */
  main: Sheets;
  /** The additional styles of pages with a table. */
  tables: Sheets;
  /** The style sheet of the report of what citizens said, which no page of the site uses. */
  report: string;
}

/**
 * Compiles Bootstrap Italia's parts, then the project's tokens, base and components. The result is
 * minified, works in both directions of writing, and lacks what no template uses and what never
 * shows.
 */
export function compileStyles(): Promise<Styles> {
  return cached(
    "styles",
    { files: [SCSS, ...SOURCES, COMPONENTS, ...REPORT_SOURCES, ...TEMPLATES, ...REPORT_TEMPLATES] },
    async () => {
      const bootstrapItalia = await compileBootstrapItalia();
      const { constantsOf, inlineConstants } = await import("./reduce-styles.ts");
      const components = (await Array.fromAsync(glob(COMPONENTS))).sort();
      const all = [bootstrapItalia, ...(await textsOf([...SOURCES, ...components]))].join("\n");
      const tables = inlineConstants(await readFile(TABLES, "utf8"), constantsOf(all));
      const report = [bootstrapItalia, ...(await textsOf(REPORT_SOURCES))].join("\n");
      return {
        main: await sheets(await purge(all, TEMPLATES)),
        tables: await sheets(tables),
        report: await minify(await purge(report, REPORT_TEMPLATES)),
      };
    },
  );
}

function textsOf(files: readonly string[]): Promise<string[]> {
  return Promise.all(files.map((file) => readFile(file, "utf8")));
}

/** Writes constants out, and removes what no template uses and what never shows. */
async function purge(css: string, templates: string[]): Promise<string> {
  const [{ PurgeCSS }, { constantsOf, dropOverridden, inlineConstants }] = await Promise.all([
    import("purgecss"),
    import("./reduce-styles.ts"),
  ]);
  const [purged] = await new PurgeCSS().purge({
    content: templates,
    css: [{ raw: dropOverridden(inlineConstants(css, constantsOf(css))) }],
    variables: true,
    keyframes: true,
    // `col` is a value of `scope` in templates, and what `thead` would get shows nowhere.
    blocklist: ["col", "thead"],
    safelist: { variables: [VERSION_PROPERTY] },
  });
  return purged?.css ?? "";
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

/**
 * Compiles the additional styles of some languages into one sheet, in which the rules of each apply
 * to its own pages only: the direction of its script, and fonts for scripts other than Latin.
 */
export function compileLanguageStyles(languages: readonly Language[]): Promise<Sheets> {
  const codes = languages.map(({ code }) => code);
  const ingredients = { files: [`${LANGUAGES}/*.css`, RTL], values: [languages] };
  return cached(`styles-${codes.join("-")}`, ingredients, async () => {
    const own = codes.map((code) => ({ file: `${LANGUAGES}/${code}.css`, pages: `html:lang(${code})` }));
    const files = [
      ...(languages.some(({ dir }) => dir === "rtl") ? [{ file: RTL, pages: "html[dir=rtl]" }] : []),
      ...own.filter(({ file }) => existsSync(file)),
    ];
    const rules = await Promise.all(
      // With `:where()`, the rules are as specific as if they were not nested.
      files.map(async ({ file, pages }) => `:where(${pages}){${await readFile(file, "utf8")}}`),
    );
    return sheets(await minify(rules.join("\n")));
  });
}

async function sheets(css: string): Promise<Sheets> {
  const { splitPrint } = await import("./reduce-styles.ts");
  const { screen, print } = splitPrint(css);
  return { screen: await minify(screen), print: await minify(print) };
}

/** Minifies, and writes nested rules and the like for the oldest browsers. */
function minify(css: string): Promise<string> {
  return cached("minified", { values: [css, OLDEST_BROWSERS] }, async () => {
    const { transform } = await import("esbuild");
    const { code } = await transform(css, {
      loader: "css",
      minify: true,
      charset: "utf8",
      target: OLDEST_BROWSERS,
    });
    return code.trim();
  });
}

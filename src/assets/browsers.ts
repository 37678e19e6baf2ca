import manifest from "../../package.json" with { type: "json" };

/**
 * The oldest browsers that scripts and styles are made for, as esbuild names them. The list is the
 * key `browserslist` of `package.json`. On older ones the pages work as they do without script.
 * @see https://esbuild.github.io/api/#target
 */
export const OLDEST_BROWSERS = manifest.browserslist.map((browser) =>
  browser.replace("ios_saf", "ios").replace(" ", ""),
);

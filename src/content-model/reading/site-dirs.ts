import { isAbsolute, join, relative, resolve, sep } from "node:path";

const PROJECT = resolve(import.meta.dirname, "../../..");

/** The folders of a site, as absolute paths. */
export interface SiteDirs {
  /** The folder that file names in messages are relative to. */
  root: string;
  /** `<content>/<lang>/**.md` */
  content: string;
  /**
   * `site.json`, `contacts/<id>.json`, and optionally `topics.json`, `words.json`, `i18n/` and
   * `glossary/<lang>.json`.
   */
  data: string;
  /** The project's own data: vocabulary and interface texts that a site need not repeat. */
  fallbackData: string;
}

/**
 * The folders of the project's own site, or of the site in `SITE_DIR` (`<dir>/content` and
 * `<dir>/_data`).
 * @param env usually `process.env`; a relative `SITE_DIR` is resolved from the working directory
 */
export function siteDirs(env: Readonly<Record<string, string | undefined>>): SiteDirs {
  const fallbackData = join(PROJECT, "_data");
  const site = env["SITE_DIR"];
  if (site === undefined || site === "") {
    return { root: PROJECT, content: join(PROJECT, "src/content"), data: fallbackData, fallbackData };
  }
  return { root: PROJECT, content: resolve(site, "content"), data: resolve(site, "_data"), fallbackData };
}

/**
 * A file's name in messages, always with forward slashes. Relative to the project if the file is in
 * it, otherwise absolute.
 */
export function displayPath(dirs: SiteDirs, file: string): string {
  const path = relative(dirs.root, file);
  const shown = path.startsWith("..") || isAbsolute(path) ? file : path;
  return shown.split(sep).join("/");
}

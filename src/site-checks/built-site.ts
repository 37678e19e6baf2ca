import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "../content-model/reading/page.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";
import { filesBelow } from "../hosting/finish-site.ts";
import { type HtmlElement, parseHtml } from "./document.ts";

/** A built page. */
export interface BuiltPage {
  /** The page's address on the site, such as `/servizi/`. */
  path: string;
  lang: string;
  html: string;
  document: HtmlElement;
  /** The page as its editor wrote it. Undefined for pages that no editor writes. */
  content: Page | undefined;
}

/** A built site, together with the contents and data that it was built from. */
export interface BuiltSite {
  folder: string;
  facts: SiteFacts;
  /** The pages that editors wrote. */
  contents: readonly Page[];
  /** The code of the source language. */
  source: string;
  pages: readonly BuiltPage[];
  byPath: ReadonlyMap<string, BuiltPage>;
  /** The paths of all files, separated by `/` and without a leading one. */
  files: ReadonlySet<string>;
}

/**
 * Reads a built site.
 * @param folder the output folder of the build
 * @param loaded the checked site that it was built from
 */
export async function readBuiltSite(
  folder: string,
  loaded: { facts: SiteFacts; pages: readonly Page[] },
): Promise<BuiltSite> {
  const { facts } = loaded;
  const [source = "", ...translations] = facts.site.languages.map(({ code }) => code);
  const writtenAt = new Map(loaded.pages.map((page) => [page.url, page]));
  const files = await filesBelow(folder);
  const pages = await Promise.all(
    files
      .filter((file) => file.endsWith(".html"))
      .map(async (file): Promise<BuiltPage> => {
        const path = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
        const html = await readFile(join(folder, file), "utf8");
        const lang = translations.find((code) => path.startsWith(`/${code}/`)) ?? source;
        return { path, lang, html, document: parseHtml(html), content: writtenAt.get(path) };
      }),
  );
  return {
    folder,
    facts,
    contents: loaded.pages,
    source,
    pages,
    byPath: new Map(pages.map((page) => [page.path, page])),
    files: new Set(files),
  };
}

/**
 * Returns the file for an address. An address such as `/servizi/` leads to the folder's
 * `index.html`.
 */
export function fileOf(path: string): string {
  return decodeURI(path)
    .slice(1)
    .replace(/(^|\/)$/, "$1index.html");
}

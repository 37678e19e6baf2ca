import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "../content-model/reading/page.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";
import { filesBelow } from "../hosting/finish-site.ts";
import { type HtmlElement, parseHtml } from "./document.ts";

/** A page as it was built. */
export interface BuiltPage {
  /** Its address on the site, `/servizi/`. */
  path: string;
  lang: string;
  html: string;
  document: HtmlElement;
  /** What its editor wrote; undefined for pages that no editor writes. */
  content: Page | undefined;
}

/** A built site beside what it was built from. */
export interface BuiltSite {
  folder: string;
  facts: SiteFacts;
  /** What editors wrote. */
  contents: readonly Page[];
  /** The code of the source language. */
  source: string;
  pages: readonly BuiltPage[];
  byPath: ReadonlyMap<string, BuiltPage>;
  /** The paths of all files, with `/` and without a first one. */
  files: ReadonlySet<string>;
}

/**
 * Reads a built site.
 * @param folder where it was built
 * @param loaded what it was built from, checked
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

/** The built file of an address: that of its folder for `/servizi/`. */
export function fileOf(path: string): string {
  return decodeURI(path)
    .slice(1)
    .replace(/(^|\/)$/, "$1index.html");
}

import type { Page } from "@playwright/test";
import { allPaths } from "./site.ts";

/** What a page's HTML declares about languages. Addresses are paths. */
export interface LanguageFacts {
  lang: string;
  /** Paths by `hreflang`. */
  alternates: Record<string, string>;
  /** The links of the language switch. */
  versions: { code: string; lang: string; dir: string; text: string; path: string }[];
  offers: { code: string; offer: string; dismiss: string }[];
  /** The path of the source, where the page declares that it is a translation. */
  translationOf: string | undefined;
  /** The declared languages of the authority's name and of the licence's text. */
  nameLang: string | undefined;
  licenceLang: string | undefined;
  loadsFonts: boolean;
}

let facts: Promise<Map<string, LanguageFacts>> | undefined;

/**
 * Reads the facts of every page, by path. Fetches and parses the pages once, without rendering
 * them.
 */
export function languageFacts(page: Page): Promise<Map<string, LanguageFacts>> {
  facts ??= readFacts(page, allPaths());
  return facts;
}

async function readFacts(page: Page, paths: readonly string[]): Promise<Map<string, LanguageFacts>> {
  // Any page of the same origin may fetch the others.
  await page.goto("/robots.txt");
  const found = await page.evaluate(async (paths): Promise<LanguageFacts[]> => {
    const pathOf = (href: string) => new URL(href, location.href).pathname;
    const read = async (path: string): Promise<LanguageFacts> => {
      const html = await (await fetch(path)).text();
      const page = new DOMParser().parseFromString(html, "text/html");
      const links = (selector: string) => Array.from(page.querySelectorAll<HTMLAnchorElement>(selector));
      const langOf = (selector: string) =>
        page.querySelector(selector)?.closest("[lang]")?.getAttribute("lang") ?? undefined;
      return {
        lang: page.documentElement.lang,
        alternates: Object.fromEntries(
          links('link[rel="alternate"][hreflang]').map(({ hreflang, href }) => [hreflang, pathOf(href)]),
        ),
        versions: links(".language-list a").map((link) => ({
          code: link.hreflang,
          lang: link.lang,
          dir: link.dir,
          text: link.textContent,
          path: pathOf(link.getAttribute("href") ?? ""),
        })),
        offers: links("[data-offer]").map(({ hreflang, dataset }) => ({
          code: hreflang,
          offer: dataset["offer"] ?? "",
          dismiss: dataset["dismiss"] ?? "",
        })),
        translationOf: page.querySelector('main [role="note"] a')?.getAttribute("href") ?? undefined,
        nameLang: langOf("header .navbar-brand [lang]") ?? langOf("header .navbar-brand"),
        licenceLang: langOf('[data-element="legal-notes-body"]'),
        loadsFonts: page.querySelector('link[as="font"]') !== null || html.includes("@font-face"),
      };
    };
    return Promise.all(paths.map(read));
  }, paths);
  return new Map(paths.flatMap((path, index) => (found[index] ? [[path, found[index]]] : [])));
}

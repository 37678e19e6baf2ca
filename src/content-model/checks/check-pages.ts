import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { KnownNames } from "../reading/known-names.ts";
import { parentUrl } from "../reading/page-url.ts";
import type { PartialPage } from "../reading/page.ts";
import type { SiteAddress } from "../reading/site-urls.ts";
import { sectionOf } from "../schemas/front-matter.ts";

/** Checks that no two pages have the same address, including the generated ones. */
export function checkUrls(pages: readonly PartialPage[], generated: readonly SiteAddress[]): Problem[] {
  const made = new Set(generated.map(({ url }) => url));
  const first = new Map<string, string>();
  return pages.flatMap(({ file, url }) => {
    const owner = first.get(url) ?? (made.has(url) ? "una pagina che il sito crea da sé" : undefined);
    if (!first.has(url)) first.set(url, file);
    if (owner === undefined) return [];
    const message = `indirizzo doppio: ci vuole un indirizzo diverso per ogni pagina; qui c'è ${url}, già di ${owner}`;
    return [{ file, line: 1, message }];
  });
}

/** Checks that each easy page is below the page that it explains. Templates link the two. */
export function checkEasyPages(pages: readonly PartialPage[]): Problem[] {
  return pages
    .filter(({ layout, url }) => layout === "easy" && !pages.some((page) => page.url === parentUrl(url)))
    .map(({ file, url }) => ({
      file,
      line: 1,
      message: `versione facile senza la sua pagina: ci vuole una pagina con l'indirizzo ${quote(parentUrl(url))}; qui non c'è`,
    }));
}

/** The pages that the templates link to on every site, and the files that make them. */
const NEEDED: Readonly<Record<string, string>> = {
  "/": "index.md",
  "/accessibilita/": "accessibilita.md",
  "/argomenti/": "argomenti/index.md",
  "/mappa-del-sito/": "mappa-del-sito.md",
  "/note-legali/": "note-legali.md",
  "/novita/": "novita/index.md",
  "/prenota/": "prenota.md",
  "/privacy/": "privacy.md",
};

/** Checks for the pages that the header, footer, form and lists link to. */
export function checkNeededPages(
  pages: readonly PartialPage[],
  folder: string,
  sourceLanguage: string,
): Problem[] {
  if (pages.length === 0) return [];
  return Object.entries(NEEDED)
    .filter(([needed]) => !pages.some(({ url }) => url === needed))
    .map(([needed, name]) => ({
      file: `${folder}/${sourceLanguage}/${name}`,
      line: 1,
      message: `pagina mancante: ci vuole questo file, perché altre pagine portano a ${quote(needed)}; qui non c'è`,
    }));
}

const KINDS = { service: "servizio", news: "notizia", office: "ufficio" } as const;

/**
 * Warns about pages that are hard to find: a page outside its section, or one in a folder without a
 * page of its own, so that nothing leads to it. Translations are skipped, because their place
 * follows from the source.
 * @param folder folder of the source language's pages, as messages show it
 */
export function misplacedPages(
  pages: readonly PartialPage[],
  { sections, languages }: Pick<KnownNames, "sections" | "languages">,
  folder: string,
): Problem[] {
  const sources = pages.filter(({ lang }) => lang === languages[0]);
  const urls = new Set(sources.map(({ url }) => url));
  return sources.flatMap(({ file, layout, url }) => {
    const section = layout && sections?.find(({ id }) => id === sectionOf(layout));
    const warn = (message: string): Problem[] => [{ file, line: 1, message }];
    if (section && !url.startsWith(section.url)) {
      const kind = KINDS[layout as keyof typeof KINDS];
      return warn(
        `${kind} fuori posto: ci vuole in ${quote(`${folder}${section.url}`)}; qui è in ${quote(`${folder}${parentUrl(url)}`)}`,
      );
    }
    const parent = parentUrl(url);
    // checkEasyPages reports an easy page without its parent.
    if (url === "/" || layout === "easy" || urls.has(parent)) return [];
    return warn(
      `cartella senza pagina: ci vuole ${quote(`${folder}${parent}index.md`)}, oppure questo file in una cartella che ha la sua; qui non c'è`,
    );
  });
}

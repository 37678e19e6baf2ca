import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { KnownNames } from "../reading/known-names.ts";
import { parentUrl } from "../reading/page-url.ts";
import type { DraftPage } from "../reading/page.ts";
import type { SiteAddress } from "../reading/site-urls.ts";
import { sectionOf } from "../schemas/front-matter.ts";

/** Each address belongs to one page, of an editor or of a template. */
export function checkUrls(pages: readonly DraftPage[], generated: readonly SiteAddress[]): Problem[] {
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

/** An easy version lies below the page that it explains, which links to it and to which it leads back. */
export function checkEasyPages(pages: readonly DraftPage[]): Problem[] {
  return pages
    .filter(({ layout, url }) => layout === "easy" && !pages.some((page) => page.url === parentUrl(url)))
    .map(({ file, url }) => ({
      file,
      line: 1,
      message: `versione facile senza la sua pagina: ci vuole una pagina con l'indirizzo ${quote(parentUrl(url))}; qui non c'è`,
    }));
}

/** The pages that the templates link to on every site, with the file that makes each. */
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

/** A site has the pages that its header, footer, form and lists lead to. */
export function checkNeededPages(
  pages: readonly DraftPage[],
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
 * Warns of pages that a reader would not look for where they are: one of a section outside it, and one in a folder that
 * has no page of its own, so that no way leads through it. A translation lies where its source does.
 * @param folder of the pages in the source language, as messages name it
 */
export function misplacedPages(
  pages: readonly DraftPage[],
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
    // An easy version without its page is an error of its own.
    if (url === "/" || layout === "easy" || urls.has(parent)) return [];
    return warn(
      `cartella senza pagina: ci vuole ${quote(`${folder}${parent}index.md`)}, oppure questo file in una cartella che ha la sua; qui non c'è`,
    );
  });
}

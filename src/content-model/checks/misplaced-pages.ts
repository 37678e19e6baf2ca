import type { DraftPage } from "../reading/draft-page.ts";
import { sectionOf } from "../schemas/front-matter.ts";
import { parentUrl } from "../reading/page-url.ts";
import type { Problem } from "../problems/problem.ts";
import type { Vocabulary } from "../schemas/vocabulary.ts";
import { quote } from "../problems/wording.ts";

const KINDS = { service: "servizio", news: "notizia", office: "ufficio" } as const;

/**
 * Warns of pages that a reader would not look for where they are: one of a section outside it, and one in a folder that
 * has no page of its own, so that no way leads through it. A translation lies where its source does.
 * @param folder of the pages in the source language, as messages name it
 */
export function misplacedPages(
  pages: readonly DraftPage[],
  { sections, languages }: Pick<Vocabulary, "sections" | "languages">,
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

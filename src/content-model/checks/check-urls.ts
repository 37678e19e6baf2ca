import type { DraftPage } from "../reading/draft-page.ts";
import type { Problem } from "../problems/problem.ts";

/** Each address belongs to one page, of an editor or of a template. */
export function checkUrls(pages: readonly DraftPage[], generated: readonly string[]): Problem[] {
  return pages.flatMap(({ file, url }, index) => {
    const earlier = pages.slice(0, index).find((other) => other.url === url);
    const owner =
      earlier?.file ?? (generated.includes(url) ? "una pagina che il sito crea da sé" : undefined);
    if (owner === undefined) return [];
    const message = `indirizzo doppio: ci vuole un indirizzo diverso per ogni pagina; qui c'è ${url}, già di ${owner}`;
    return [{ file, line: 1, message }];
  });
}

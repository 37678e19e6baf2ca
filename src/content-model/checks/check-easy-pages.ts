import type { DraftPage } from "../reading/draft-page.ts";
import { parentUrl } from "../reading/page-url.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";

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

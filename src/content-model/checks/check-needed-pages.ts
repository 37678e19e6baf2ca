import type { DraftPage } from "../reading/draft-page.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";

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

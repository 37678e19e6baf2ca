import type { DraftPage } from "../reading/draft-page.ts";
import { everyToken } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";

/** Pages have no images yet: an address among the pages would be none. */
export function checkImages({ file, sections }: DraftPage): Problem[] {
  return everyToken(sections)
    .filter(({ token }) => token.type === "image")
    .map(({ token, line }) => {
      const written = quote(`![${token.content}](${token.attrGet("src") ?? ""})`);
      const message = `immagine: ci vuole un testo, perché il sito non ha ancora un posto per le immagini; qui c'è ${written}`;
      return { file, line, message };
    });
}

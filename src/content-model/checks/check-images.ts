import type { DraftPage } from "../draft-page.ts";
import type { Problem } from "../problem.ts";
import { quote } from "../wording.ts";
import type { Addresses } from "./addresses.ts";
import { linkError, textLinkTarget } from "./link-target.ts";

/** An image has words for those who cannot see it, and comes from this site: no page asks a third party for anything. */
export function checkImages(page: DraftPage, addresses: Addresses): Problem[] {
  const { file } = page;
  const images = (page.body?.tokens ?? []).filter(({ token }) => token.type === "image");
  return images.flatMap(({ token, line }) => {
    const source = token.attrGet("src") ?? "";
    return [textError(token.content, source), sourceError(source, page, addresses)]
      .filter((message) => message !== undefined)
      .map((message) => ({ file, line, message }));
  });
}

function textError(text: string, source: string): string | undefined {
  if (text.trim() !== "") return undefined;
  return `immagine senza testo: ci vuole una descrizione tra le parentesi quadre; qui c'è «![](${source})»`;
}

function sourceError(source: string, page: DraftPage, addresses: Addresses): string | undefined {
  const target = textLinkTarget(source, page, addresses);
  if (target.kind === "internal") return linkError(source, target, addresses);
  return `immagine di un altro sito: ci vuole un'immagine di questo sito; qui c'è ${quote(source)}`;
}

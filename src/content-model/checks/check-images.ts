import type { DraftPage } from "../draft-page.ts";
import type { Problem } from "../problem.ts";
import { quote } from "../wording.ts";
import type { Addresses } from "./addresses.ts";
import { linkError, linkTarget } from "./link-target.ts";

/** An image has words for those who cannot see it, and comes from this site: no page asks a third party for anything. */
export function checkImages({ file, url, body }: DraftPage, addresses: Addresses): Problem[] {
  const images = (body?.tokens ?? []).filter(({ token }) => token.type === "image");
  return images.flatMap(({ token, line }) => {
    const source = token.attrGet("src") ?? "";
    return [textError(token.content, source), sourceError(source, url, addresses)]
      .filter((message) => message !== undefined)
      .map((message) => ({ file, line, message }));
  });
}

function textError(text: string, source: string): string | undefined {
  if (text.trim() !== "") return undefined;
  return `immagine senza testo: ci vuole una descrizione tra le parentesi quadre; qui c'è «![](${source})»`;
}

function sourceError(source: string, pageUrl: string, addresses: Addresses): string | undefined {
  const target = linkTarget(source, pageUrl, addresses.origin);
  if (target.kind === "internal") return linkError(source, target, addresses);
  return `immagine di un altro sito: ci vuole un'immagine di questo sito; qui c'è ${quote(source)}`;
}

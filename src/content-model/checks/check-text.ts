import { firstTextLine, everyToken } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { DraftPage } from "../reading/page.ts";
import type { Layout } from "../schemas/front-matter.ts";

/** A page has a text where it lives by it, and nothing in it that the site cannot show. */
export function checkText(page: DraftPage): Problem[] {
  return [...checkBody(page), ...checkHtml(page), ...checkImages(page)];
}

/** Layouts whose template adds nothing to read: without a body the page would be bare. */
const NEED_BODY: readonly (Layout | undefined)[] = ["service", "news", "office", "page", "easy"];

/** A page that lives by its text has some. */
function checkBody({ file, layout, sections }: DraftPage): Problem[] {
  if (!sections || !NEED_BODY.includes(layout)) return [];
  if (sections.some((section) => firstTextLine(section) !== undefined)) return [];
  const message = "la pagina è vuota: ci vuole un testo sotto l'intestazione; qui non c'è niente";
  return [{ file, line: sections[0]?.line ?? 1, message }];
}

/** Raw HTML would be shown as text: tags, comments, blocks. One problem a line: a tag and its end are one mistake. */
function checkHtml({ file, sections }: DraftPage): Problem[] {
  const tags = everyToken(sections).filter(({ token }) => token.type.startsWith("html_"));
  return tags
    .filter(({ line }, index) => tags.findIndex((other) => other.line === line) === index)
    .map(({ token, line }) => {
      const found = quote(token.content.trim().split("\n")[0] ?? "");
      return { file, line, message: `HTML non ammesso: ci vogliono solo testo e Markdown; qui c'è ${found}` };
    });
}

/** Pages have no images yet: an address among the pages would be none. */
function checkImages({ file, sections }: DraftPage): Problem[] {
  return everyToken(sections)
    .filter(({ token }) => token.type === "image")
    .map(({ token, line }) => {
      const written = quote(`![${token.content}](${token.attrGet("src") ?? ""})`);
      const message = `immagine: ci vuole un testo, perché il sito non ha ancora un posto per le immagini; qui c'è ${written}`;
      return { file, line, message };
    });
}

import type { DraftPage } from "../reading/draft-page.ts";
import type { Layout } from "../schemas/front-matter.ts";
import { firstContentLine } from "../markdown/page-headings.ts";
import type { Problem } from "../problems/problem.ts";

/** Layouts whose template adds nothing to read: without a body the page would be bare. */
const NEED_BODY: readonly (Layout | undefined)[] = ["service", "news", "office", "page", "easy"];

/** A page that lives by its text has some. */
export function checkBody({ file, layout, body }: DraftPage): Problem[] {
  if (!body || !NEED_BODY.includes(layout)) return [];
  if (firstContentLine(body.tokens, body.line, Infinity) !== undefined) return [];
  const message = "la pagina è vuota: ci vuole un testo sotto l'intestazione; qui non c'è niente";
  return [{ file, line: body.line, message }];
}

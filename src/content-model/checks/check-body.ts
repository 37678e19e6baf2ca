import type { DraftPage } from "../reading/draft-page.ts";
import type { Layout } from "../schemas/front-matter.ts";
import { firstTextLine } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";

/** Layouts whose template adds nothing to read: without a body the page would be bare. */
const NEED_BODY: readonly (Layout | undefined)[] = ["service", "news", "office", "page", "easy"];

/** A page that lives by its text has some. */
export function checkBody({ file, layout, sections }: DraftPage): Problem[] {
  if (!sections || !NEED_BODY.includes(layout)) return [];
  if (sections.some((section) => firstTextLine(section) !== undefined)) return [];
  const message = "la pagina è vuota: ci vuole un testo sotto l'intestazione; qui non c'è niente";
  return [{ file, line: sections[0]?.line ?? 1, message }];
}

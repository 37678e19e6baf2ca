import type { BuiltPage, BuiltSite } from "./built-site.ts";
import { attributeOf, collapse, textOf } from "./document.ts";
import { about, type Finding } from "./finding.ts";

/**
 * Reports pages that an editor wrote but the build left out, and pages without their title as the
 * only `h1`, their description or their date.
 */
export function pageFindings({ pages, contents }: BuiltSite): Finding[] {
  const built = new Set(pages.map(({ path }) => path));
  const missing = contents.filter(({ url }) => !built.has(url));
  return about("Pagine", [
    ...missing.map(({ url }) => [url, "la pagina è stata scritta e non c'è nel sito"] as const),
    ...pages.flatMap((page) => messages(page).map((message) => [page.path, message] as const)),
  ]);
}

function messages({ document, content }: BuiltPage): string[] {
  const found: string[] = [];
  const headings = document.querySelectorAll("h1").map(textOf);
  if (headings.length !== 1)
    found.push(`ci vuole un titolo di primo livello; qui ce ne sono ${headings.length}`);
  if (!content) return found;
  const { title, description, updated } = content.data;
  if (!headings.includes(collapse(title)))
    found.push(`ci vuole il titolo «${title}»; qui c'è «${headings.join(", ")}»`);
  const descriptions = document
    .querySelectorAll('meta[name="description"]')
    .map((meta) => attributeOf(meta, "content"));
  if (descriptions.join() !== description)
    found.push(`ai motori di ricerca manca la descrizione «${description}»`);
  const dates = document
    .querySelectorAll("main p.updated time")
    .filter((time) => attributeOf(time, "datetime") === updated);
  if (dates.length !== 1)
    found.push(
      `ci vuole una volta la data dell'ultimo aggiornamento, ${updated}; qui c'è ${dates.length} volte`,
    );
  return found;
}

import { textsAt } from "../documents/source-document.ts";
import type { Problem } from "../problems/problem.ts";
import { oneOf, didYouMean, quote } from "../problems/wording.ts";
import type { KnownNames } from "../reading/known-names.ts";
import type { PartialPage } from "../reading/page.ts";
import { sectionOf } from "../schemas/front-matter.ts";

/** Checks that the names in the front matter exist: topics, contacts, category and section. */
export function checkNames(page: PartialPage, { topics, contactIds, sections }: KnownNames): Problem[] {
  const section = page.layout && sectionOf(page.layout);
  const categories = sections?.find(({ id }) => id === section)?.categories ?? [];
  const sectionIds = sections?.map(({ id }) => id);
  return [
    ...unknown(page, ["topics", "*"], topics, () => "argomento sconosciuto: ci vuole un nome di topics.json"),
    ...unknown(
      page,
      ["contacts", "*"],
      contactIds,
      (ids) => `contatto sconosciuto: ci vuole ${oneOf(ids, "uno")}`,
    ),
    ...unknown(page, ["category"], sections && categories, (names) =>
      names.length === 0
        ? "categoria sconosciuta: in site.json ci vuole prima una sezione con questa categoria"
        : `categoria sconosciuta: ci vuole ${oneOf(names, "una")}`,
    ),
    ...unknown(page, ["section"], sectionIds, (ids) => `sezione sconosciuta: ci vuole ${oneOf(ids, "una")}`),
  ];
}

function unknown(
  { file, frontMatter }: PartialPage,
  pattern: readonly string[],
  known: readonly string[] | undefined,
  expected: (known: readonly string[]) => string,
): Problem[] {
  if (!frontMatter || !known) return [];
  return textsAt(frontMatter, pattern)
    .filter(({ text }) => text !== "" && !known.includes(text))
    .map(({ text, path }) => ({
      file,
      line: frontMatter.lineOf(path),
      message: `${expected(known)}; qui c'è ${quote(text)}${didYouMean(text, known)}`,
    }));
}

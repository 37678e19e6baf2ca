import type { DraftPage } from "../reading/draft-page.ts";
import type { Heading } from "../markdown/page-headings.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import { pairedSections } from "./paired-parts.ts";

/** A translation has the headings of its source, in number and level. The first that differs is reported. */
export function checkSameHeadings(page: DraftPage): Problem[] {
  const { body, translation } = page;
  const source = translation?.source.body;
  if (!body || !source) return [];
  if (!translation.groups) return difference(page, body.headings, source.headings);
  return pairedSections(page).flatMap(({ own, source: original }) =>
    difference(page, own.headings, original.headings),
  );
}

function difference(
  { file, body, translation }: DraftPage,
  own: readonly Heading[],
  expected: readonly Heading[],
): Problem[] {
  const source = translation?.source.file ?? "";
  const indexes = Array.from({ length: Math.max(own.length, expected.length) }, (_, index) => index);
  const first = indexes.find((index) => own[index]?.level !== expected[index]?.level);
  if (first === undefined) return [];
  const found = own[first];
  const wanted = expected[first];
  const line = found?.line ?? own.at(-1)?.line ?? body?.line ?? 1;
  const should = wanted
    ? `ci vuole la traduzione di ${written(wanted)} (${source}:${wanted.line})`
    : `ci vogliono solo i titoli di ${source}`;
  const is = found ? `qui c'è ${written(found)}` : "qui non c'è";
  return [{ file, line, message: `titoli diversi dall'italiano: ${should}; ${is}` }];
}

function written({ level, text }: Heading): string {
  return quote(`${"#".repeat(level)} ${text}`);
}

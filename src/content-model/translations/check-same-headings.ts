import type { DraftPage } from "../reading/draft-page.ts";
import type { Heading } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";

/** A translation has the headings of its source, in number and level. The first that differs is reported. */
export function checkSameHeadings(page: DraftPage): Problem[] {
  const { sections, translation } = page;
  if (!sections || !translation?.source.sections || translation.isStale) return [];
  const own = sections.flatMap(({ headings }) => headings);
  const expected = translation.source.sections.flatMap(({ headings }) => headings);
  const indexes = Array.from({ length: Math.max(own.length, expected.length) }, (_, index) => index);
  const first = indexes.find((index) => own[index]?.level !== expected[index]?.level);
  if (first === undefined) return [];
  const found = own[first];
  const wanted = expected[first];
  const line = found?.line ?? own.at(-1)?.line ?? sections[0]?.line ?? 1;
  const should = wanted
    ? `ci vuole la traduzione di ${written(wanted)} (${translation.source.file}:${wanted.line})`
    : `ci vogliono solo i titoli di ${translation.source.file}`;
  const is = found ? `qui c'è ${written(found)}` : "qui non c'è";
  return [{ file: page.file, line, message: `titoli diversi dall'italiano: ${should}; ${is}` }];
}

function written({ level, text }: Heading): string {
  return quote(`${"#".repeat(level)} ${text}`);
}

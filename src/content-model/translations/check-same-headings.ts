import type { DraftPage } from "../draft-page.ts";
import type { Heading } from "../page-headings.ts";
import type { Problem } from "../problem.ts";
import { quote } from "../wording.ts";

/** A translation has the headings of its source, in number and level; the first that differs is reported. */
export function checkSameHeadings({ file, body, translation }: DraftPage): Problem[] {
  const source = translation?.source;
  if (!body || !source?.body) return [];
  const expected = source.body.headings;
  const count = Math.max(body.headings.length, expected.length);
  for (let index = 0; index < count; index++) {
    const own = body.headings[index];
    const wanted = expected[index];
    if (own?.level === wanted?.level) continue;
    const line = own?.line ?? body.headings.at(-1)?.line ?? body.line;
    const should = wanted
      ? `ci vuole la traduzione di ${written(wanted)} (${source.file}:${wanted.line})`
      : `ci vogliono solo i titoli di ${source.file}`;
    const is = own ? `qui c'è ${written(own)}` : "qui non c'è";
    return [{ file, line, message: `titoli diversi dall'italiano: ${should}; ${is}` }];
  }
  return [];
}

function written({ level, text }: Heading): string {
  return quote(`${"#".repeat(level)} ${text}`);
}

import type { Heading, PlacedToken } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { PartialPage, Translation } from "../reading/page.ts";
import { type PairedPart, sameLevels } from "./paired-sections.ts";

/**
 * Checks that a translation has as many headings as its source, on the same levels. Reports the
 * first difference.
 */
export function checkSameHeadings({ file, translation }: PartialPage): Problem[] {
  if (!translation || translation.isStale) return [];
  const { source, sections } = translation;
  const { wanted, found, line } = missingSection(translation) ?? differentHeading(translation) ?? {};
  if (!wanted && !found) return [];
  const should = wanted
    ? `ci vuole la traduzione di ${asMarkdown(wanted)} (${source.file}:${wanted.line})`
    : `ci vogliono solo i titoli di ${source.file}`;
  const is = found ? `qui c'è ${asMarkdown(found)}` : "qui non c'è";
  return [
    {
      file,
      line: line ?? sections[0]?.own.line ?? 1,
      message: `titoli diversi dall'italiano: ${should}; ${is}`,
    },
  ];
}

/**
 * A difference between headings: the expected one, the one found, and the line. Either heading may
 * be missing.
 */
interface Difference {
  wanted: Heading | undefined;
  found: Heading | undefined;
  line: number | undefined;
}

/**
 * A section that is missing from the source or from the translation, if all other sections match.
 */
function missingSection({ source, sections }: Translation): Difference | undefined {
  if (!sections.every((pair) => !pair.source || sameLevels(pair.own, pair.source))) return undefined;
  const missing = source.sections?.find((section) => !sections.some((pair) => pair.source === section));
  if (missing) {
    const above = sections.findLast((pair) => pair.source && pair.source.line < missing.line);
    return { wanted: missing.headings[0], found: undefined, line: above?.own.line };
  }
  const [found] = sections.find((pair) => !pair.source)?.own.headings ?? [];
  return found && { wanted: undefined, found, line: found.line };
}

/** The first heading whose level differs from that of the source's heading in the same position. */
function differentHeading({ source, sections }: Translation): Difference | undefined {
  const own = sections.flatMap((pair) => pair.own.headings);
  const expected = (source.sections ?? []).flatMap(({ headings }) => headings);
  const indexes = Array.from({ length: Math.max(own.length, expected.length) }, (_, index) => index);
  const first = indexes.find((index) => own[index]?.level !== expected[index]?.level);
  if (first === undefined) return undefined;
  return { wanted: expected[first], found: own[first], line: (own[first] ?? own.at(-1))?.line };
}

function asMarkdown({ level, text }: Heading): string {
  return quote(`${"#".repeat(level)} ${text}`);
}

/** A list or a table, with the number of its items or cells. */
interface Group {
  kind: string;
  unit: string;
  line: number;
  size: number;
}

/**
 * Checks that a part has the same lists and tables as its source, in the same order, with the same
 * number of items.
 */
export function checkSameLists({ file, line, tokens, sourceFile, sourceTokens }: PairedPart): Problem[] {
  const own = groups(tokens);
  const source = groups(sourceTokens);
  if (own.length !== source.length) {
    const where = source[0] ? ` (il primo è in ${sourceFile}:${source[0].line})` : "";
    const message = `elenchi o tabelle diversi dall'italiano: ce ne vogliono ${source.length}${where}; qui ce ne sono ${own.length}`;
    return [{ file, line, message }];
  }
  return own.flatMap((group, index) => {
    const wanted = source[index];
    if (!wanted || (wanted.kind === group.kind && wanted.size === group.size)) return [];
    const expected = `${describe(wanted)} come in ${sourceFile}:${wanted.line}`;
    const message = `elenco diverso dall'italiano: ci vuole ${expected}; qui c'è ${describe(group)}`;
    return [{ file, line: group.line, message }];
  });
}

function describe({ kind, unit, size }: Group): string {
  return `${kind} di ${size} ${unit}`;
}

/** The lists and tables in a text, including nested ones, in the order in which they start. */
function groups(tokens: readonly PlacedToken[]): Group[] {
  const found: Group[] = [];
  const open: Group[] = [];
  for (const { token, line } of tokens) {
    const start = startOf(token.type, token.attrGet("start"));
    if (start) {
      const group = { ...start, line, size: 0 };
      found.push(group);
      open.push(group);
    } else if (CLOSES.has(token.type)) {
      open.pop();
    } else if (ITEMS.has(token.type)) {
      const group = open.at(-1);
      if (group) group.size++;
    }
  }
  return found;
}

const CLOSES = new Set(["bullet_list_close", "ordered_list_close", "table_close"]);
const ITEMS = new Set(["list_item_open", "th_open", "td_open"]);

function startOf(type: string, first: string | null): Pick<Group, "kind" | "unit"> | undefined {
  if (type === "bullet_list_open") return { kind: "un elenco con i trattini", unit: "voci" };
  if (type === "table_open") return { kind: "una tabella", unit: "caselle" };
  if (type !== "ordered_list_open") return undefined;
  return { kind: first === null ? "un elenco numerato" : `un elenco numerato da ${first}`, unit: "voci" };
}

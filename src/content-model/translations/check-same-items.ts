import { writtenReference } from "../markdown/fact-references.ts";
import type { PlacedToken } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { PartialPage } from "../reading/page.ts";
import { extraItems, type Item, missingItems, type Place } from "./compare-items.ts";
import { frontMatterTexts, markdownTexts, type PageText } from "./page-texts.ts";
import { type PairedPart, pairedParts } from "./paired-sections.ts";

/** Checks that a part refers to the same facts as its source, equally often. */
export function checkSameFacts(part: PairedPart): Problem[] {
  const own = part.tokens.flatMap(facts);
  const source = part.sourceTokens.flatMap(facts);
  return [
    ...missingItems(part, own, source, "riferimento mancante"),
    ...extraItems(part, own, source, "riferimento che in italiano non c'è"),
  ];
}

/** Checks that a part has the links of its source, with the addresses written in the same way. */
export function checkSameLinks(part: PairedPart): Problem[] {
  const own = part.tokens.flatMap(links);
  const source = part.sourceTokens.flatMap(links);
  return [
    ...missingItems(part, own, source, "collegamento mancante, con l'indirizzo scritto come in italiano"),
    ...extraItems(part, own, source, "collegamento che in italiano non c'è"),
  ];
}

function facts({ token, line }: PlacedToken): Item[] {
  if (token.type !== "fact_inline" && token.type !== "fact_block") return [];
  const { name, id } = writtenReference(token);
  return [{ key: `${name}:${id}`, shown: quote(token.content), line }];
}

function links({ token, line }: PlacedToken): Item[] {
  const address = token.attrGet("href");
  return address === null ? [] : [{ key: address, shown: quote(address), line }];
}

/** The texts of a part of a translation and of its source. */
interface PairedTexts extends Place {
  own: PageText[];
  source: PageText[];
}

/**
 * Checks that every number in digits in the source is also in the translation, in the same digits.
 */
export function checkSameNumbers(page: PartialPage): Problem[] {
  return pairedTexts(page).flatMap((part) =>
    missingItems(part, numbers(part.own), numbers(part.source), "numero mancante, in cifre da 0 a 9"),
  );
}

/**
 * Warns about numbers that only the translation has. They are probably mistakes, but "cinque
 * stelle" may well become "5 stars".
 */
export function newNumberWarnings(page: PartialPage): Problem[] {
  return pairedTexts(page).flatMap((part) => {
    const source = new Set([...numbers(part.source), ...months(part.source)].map(({ key }) => key));
    const unknown = numbers(part.own).filter(({ key }) => !source.has(key));
    return extraItems(part, unknown, [], "numero che in italiano non c'è");
  });
}

function pairedTexts(page: PartialPage): PairedTexts[] {
  const { translation } = page;
  if (!translation || translation.isStale) return [];
  const { source } = translation;
  const own = frontMatterTexts(page);
  const front = {
    file: page.file,
    line: own[0]?.line ?? 1,
    sourceFile: source.file,
    own,
    source: frontMatterTexts(source),
  };
  return [
    front,
    ...pairedParts(page).map((part) => ({
      ...part,
      own: markdownTexts(part.tokens),
      source: markdownTexts(part.sourceTokens),
    })),
  ];
}

function numbers(texts: readonly PageText[]): Item[] {
  return texts.flatMap(({ text, line }) => {
    const own = text.replace(/\{\{.*?\}\}/g, "");
    return (own.match(/\p{Nd}+/gu) ?? []).map((key) => ({ key, shown: quote(key), line }));
  });
}

const monthName = new Intl.DateTimeFormat("it", { month: "long", timeZone: "UTC" });
const MONTHS = Array.from({ length: 12 }, (_, index) => monthName.format(Date.UTC(2000, index)));

/**
 * The numbers of the months that the source names, because some languages write dates in digits
 * only.
 */
function months(texts: readonly PageText[]): Pick<Item, "key">[] {
  const words = new Set(texts.flatMap(({ text }) => text.toLowerCase().split(/\P{L}+/u)));
  return MONTHS.flatMap((name, index) => (words.has(name) ? [{ key: String(index + 1) }] : []));
}

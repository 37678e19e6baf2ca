import { writtenReference } from "../markdown/fact-references.ts";
import type { PlacedToken } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import { extraItems, type Item, missingItems } from "./compare-items.ts";
import type { PairedPart } from "./paired-sections.ts";

/** A part refers to the facts that its source refers to, each as often. */
export function checkSameFacts(part: PairedPart): Problem[] {
  const own = part.tokens.flatMap(facts);
  const source = part.sourceTokens.flatMap(facts);
  return [
    ...missingItems(part, own, source, "riferimento mancante"),
    ...extraItems(part, own, source, "riferimento che in italiano non c'è"),
  ];
}

/** A part has the links of its source, with the addresses as the source writes them. */
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

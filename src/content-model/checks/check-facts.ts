import type { DraftPage } from "../draft-page.ts";
import { FACTS, type FactName, isFactName, writtenReference } from "../fact-references.ts";
import type { PlacedToken } from "../placed-tokens.ts";
import type { Problem } from "../problem.ts";
import { oneOf, didYouMean, quote } from "../wording.ts";

const NAMES = Object.keys(FACTS);

/** References to facts name a fact that exists, where it may stand, with the id of a contact when it needs one. */
export function checkFacts({ file, body }: DraftPage, contactIds: readonly string[] | undefined): Problem[] {
  return (body?.tokens ?? []).flatMap((placed) => {
    const message = unclosedError(placed) ?? referenceError(placed, contactIds);
    return message === undefined ? [] : [{ file, line: placed.line, message }];
  });
}

function unclosedError({ token: { type, content } }: PlacedToken): string | undefined {
  if (type !== "text" || !/\{\{|\}\}/.test(content)) return undefined;
  return `riferimento scritto male: ci vuole {{nome}} o {{nome:contatto}}; qui c'è ${quote(content)}`;
}

function referenceError(
  { token }: PlacedToken,
  contactIds: readonly string[] | undefined,
): string | undefined {
  if (token.type !== "fact_inline" && token.type !== "fact_block") return undefined;
  const { name, id } = writtenReference(token);
  const found = `qui c'è ${quote(token.content)}`;
  if (!isFactName(name)) {
    return `riferimento sconosciuto: ci vuole ${oneOf(NAMES, "uno")}; ${found}${didYouMean(name, NAMES)}`;
  }
  if (token.type === "fact_inline" && FACTS[name].place === "block") {
    return `riferimento fuori posto: ${quote(name)} ci vuole da solo su una riga; ${found} in mezzo al testo`;
  }
  return idError(name, id, found, contactIds);
}

function idError(
  name: FactName,
  id: string | undefined,
  found: string,
  contactIds: readonly string[] | undefined,
): string | undefined {
  if (!FACTS[name].ofContact) {
    return id === undefined
      ? undefined
      : `riferimento con un contatto di troppo: ci vuole {{${name}}}; ${found}`;
  }
  if (id === undefined) return `riferimento senza contatto: ci vuole {{${name}:contatto}}; ${found}`;
  if (contactIds === undefined || contactIds.includes(id)) return undefined;
  return `contatto sconosciuto: ci vuole ${oneOf(contactIds, "uno")}; ${found}${didYouMean(id, contactIds)}`;
}

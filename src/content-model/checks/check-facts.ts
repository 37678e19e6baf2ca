import { FACTS, type FactName, isFactName, writtenReference } from "../markdown/fact-references.ts";
import { allTokens, type PlacedToken } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { oneOf, didYouMean, quote } from "../problems/wording.ts";
import type { KnownNames } from "../reading/known-names.ts";
import type { PartialPage } from "../reading/page.ts";
import type { Layout } from "../schemas/front-matter.ts";
import { isSymbolName, SYMBOLS } from "../schemas/symbols.ts";

/** Facts that show a contact's hours. */
const HOURS: readonly FactName[] = ["orari", "calendario"];

const NAMES = Object.keys(FACTS);

/**
 * Checks that each fact reference names a known fact, has the id it needs, and is in a place where
 * it is allowed.
 */
export function checkFacts(
  { file, layout, sections }: PartialPage,
  contacts: Pick<KnownNames, "contactIds" | "withHours">,
): Problem[] {
  const tokens = allTokens(sections);
  return tokens.flatMap((placed, index) => {
    const message =
      unclosedError(placed) ??
      referenceError(placed, contacts) ??
      symbolError(placed, tokens.slice(Math.max(0, index - 2), index), layout);
    return message === undefined ? [] : [{ file, line: placed.line, message }];
  });
}

function unclosedError({ token: { type, content } }: PlacedToken): string | undefined {
  if (type !== "text" || !/[{}]/.test(content)) return undefined;
  return `riferimento scritto male: ci vuole {{nome}} o {{nome:contatto}}; qui c'è ${quote(content)}`;
}

function referenceError(
  { token }: PlacedToken,
  contacts: Pick<KnownNames, "contactIds" | "withHours">,
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
  return idError(name, id, found, contacts);
}

/** @param before the two tokens before this one */
function symbolError(
  { token }: PlacedToken,
  before: readonly PlacedToken[],
  layout: Layout | undefined,
): string | undefined {
  if (token.type !== "fact_inline" || writtenReference(token).name !== "simbolo") return undefined;
  const found = `qui c'è ${quote(token.content)}`;
  if (layout !== undefined && layout !== "easy") {
    return `simbolo fuori posto: ci vuole una pagina con «layout: easy»; ${found} in una pagina «${layout}»`;
  }
  const [opening, inline] = before;
  if (opening?.token.type === "paragraph_open" && inline?.token.type === "inline") return undefined;
  return `simbolo fuori posto: ci vuole all'inizio di un paragrafo o di una voce di elenco; ${found} più avanti`;
}

function idError(
  name: FactName,
  id: string | undefined,
  found: string,
  { contactIds, withHours }: Pick<KnownNames, "contactIds" | "withHours">,
): string | undefined {
  const { of } = FACTS[name];
  if (of === undefined) {
    return id === undefined
      ? undefined
      : `riferimento con un contatto di troppo: ci vuole {{${name}}}; ${found}`;
  }
  if (of === "symbol") {
    if (id !== undefined && isSymbolName(id)) return undefined;
    return `simbolo sconosciuto: ci vuole ${oneOf(SYMBOLS, "uno")}; ${found}${didYouMean(id ?? "", SYMBOLS)}`;
  }
  if (id === undefined) return `riferimento senza contatto: ci vuole {{${name}:contatto}}; ${found}`;
  if (contactIds === undefined) return undefined;
  if (contactIds.includes(id)) {
    if (!HOURS.includes(name) || withHours.includes(id)) return undefined;
    return `contatto senza orari: ci vuole «hours» in contacts/${id}.json; ${found}`;
  }
  return `contatto sconosciuto: ci vuole ${oneOf(contactIds, "uno")}; ${found}${didYouMean(id, contactIds)}`;
}

import { type SourceDocument, textsAt } from "../documents/source-document.ts";
import type { Problem } from "../problems/problem.ts";
import { didYouMean, quote } from "../problems/wording.ts";

/**
 * Checks that a language's interface texts have no keys beyond those of the reference, and that
 * each has the same `{slots}` and numbers.
 */
export function checkStrings(strings: SourceDocument, reference: SourceDocument | undefined): Problem[] {
  if (!reference || strings.file === reference.file) return [];
  const expected = byKey(reference);
  const actual = byKey(strings);
  const problem = (key: string, message: string): Problem => ({
    file: strings.file,
    line: strings.lineOf([key]),
    message,
  });
  const unknown = [...actual].filter(([key]) => !expected.has(key));
  return [
    ...unknown.map(([key]) => problem(key, unknownMessage(key, [...expected.keys()]))),
    ...[...actual].flatMap(([key, text]) => {
      const source = expected.get(key) ?? text;
      const differing = [
        slotMessage(key, slots(source), slots(text)),
        numberMessage(key, numbers(source), numbers(text)),
      ];
      return differing.flatMap((message) => (message === undefined ? [] : [problem(key, message)]));
    }),
  ];
}

function unknownMessage(key: string, known: readonly string[]): string {
  return `chiave sconosciuta: ci vogliono solo le chiavi di it.json; qui c'è ${quote(key)}${didYouMean(key, known)}`;
}

function slotMessage(key: string, wanted: string, found: string): string | undefined {
  if (wanted === found) return undefined;
  return `segnaposti di ${quote(key)}: ci vuole ${list(wanted)}; qui c'è ${list(found)}`;
}

function numberMessage(key: string, wanted: string, found: string): string | undefined {
  if (wanted === found) return undefined;
  return `numeri di ${quote(key)}, in cifre da 0 a 9: ci vuole ${list(wanted)}; qui c'è ${list(found)}`;
}

function list(items: string): string {
  return items === "" ? "nessuno" : items;
}

function byKey(document: SourceDocument): Map<string, string> {
  return new Map(textsAt(document, ["*"]).map(({ text, path }) => [String(path[0]), text]));
}

function slots(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(" ");
}

function numbers(text: string): string {
  return (text.match(/\p{Nd}+/gu) ?? []).sort().join(" ");
}

import type { Problem } from "../problems/problem.ts";

/** Something that must occur equally often in a translation and its source. */
export interface Item {
  /** Items with the same key are equal. */
  key: string;
  /** The item as messages show it. */
  shown: string;
  line: number;
}

/** Where a part of a translation starts, and the file of its source. */
export interface Place {
  file: string;
  line: number;
  sourceFile: string;
}

/**
 * Reports the items that a translation lacks, at the start of the part.
 * @param name what is missing, such as "riferimento mancante"
 */
export function missingItems(
  { file, line, sourceFile }: Place,
  own: readonly Item[],
  source: readonly Item[],
  name: string,
): Problem[] {
  return unmatched(source, own).map((item) => ({
    file,
    line,
    message: `${name}: ci vuole ${item.shown} come in ${sourceFile}:${item.line}; qui non c'è`,
  }));
}

/** Reports the items that only the translation has, each at its own line. */
export function extraItems(
  { file, sourceFile }: Place,
  own: readonly Item[],
  source: readonly Item[],
  name: string,
): Problem[] {
  return unmatched(own, source).map((item) => ({
    file,
    line: item.line,
    message: `${name}: ci vuole lo stesso di ${sourceFile}; qui c'è ${item.shown}`,
  }));
}

/** The items that remain after each of the others has removed one equal item. */
export function unmatched<Kind extends Pick<Item, "key">>(
  items: readonly Kind[],
  others: readonly Kind[],
): Kind[] {
  const left = others.map(({ key }) => key);
  return items.filter(({ key }) => {
    const index = left.indexOf(key);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

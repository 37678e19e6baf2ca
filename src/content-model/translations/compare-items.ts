import type { Problem } from "../problems/problem.ts";

/** Something that a translation and its source must have as often as each other. */
export interface Item {
  /** What makes two the same. */
  key: string;
  /** As a message shows it. */
  shown: string;
  line: number;
}

/** Where a translation's stretch of text starts, and the file of its source. */
export interface Place {
  file: string;
  line: number;
  sourceFile: string;
}

/**
 * What a translation lacks of its source, reported at the start of the stretch.
 * @param name of what is missing, "riferimento mancante".
 */
export function missingItems(
  { file, line, sourceFile }: Place,
  own: readonly Item[],
  source: readonly Item[],
  name: string,
): Problem[] {
  return beyond(source, own).map((item) => ({
    file,
    line,
    message: `${name}: ci vuole ${item.shown} come in ${sourceFile}:${item.line}; qui non c'è`,
  }));
}

/** What a translation has beyond its source, reported where it stands. */
export function extraItems(
  { file, sourceFile }: Place,
  own: readonly Item[],
  source: readonly Item[],
  name: string,
): Problem[] {
  return beyond(own, source).map((item) => ({
    file,
    line: item.line,
    message: `${name}: ci vuole lo stesso di ${sourceFile}; qui c'è ${item.shown}`,
  }));
}

/** The items that are left when each of the others has taken away one like it. */
export function beyond<Kind extends Pick<Item, "key">>(
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

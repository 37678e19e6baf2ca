import type { SourceDocument, ValuePath } from "./source-document.ts";

export interface PlacedText {
  text: string;
  path: ValuePath;
}

/**
 * The texts of a document at a path, whether or not the rest of it is right.
 * @param pattern keys; `*` stands for every key of a group and every item of a list.
 */
export function textsAt(
  document: Pick<SourceDocument, "value"> | undefined,
  pattern: readonly string[],
): PlacedText[] {
  let found: { value: unknown; path: ValuePath }[] = [{ value: document?.value, path: [] }];
  for (const step of pattern) {
    found = found.flatMap(({ value, path }) =>
      children(value)
        .filter(([key]) => step === "*" || step === key)
        .map(([key, child]) => ({ value: child, path: [...path, key] })),
    );
  }
  return found.flatMap(({ value, path }) =>
    typeof value === "string" ? [{ text: value.trim(), path }] : [],
  );
}

function children(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return [...value.entries()];
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

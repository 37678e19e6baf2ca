import type { SourceDocument } from "../documents/source-document.ts";
import { textsAt } from "../documents/texts-at.ts";
import type { TextFolder } from "./followed-texts.ts";
import { revisionOf } from "./revision.ts";
import type { SourceSection } from "./source-sections.ts";

/** Where the texts to translate stand in the files of a folder; those of one key go out of date together. */
const PATTERNS: Readonly<Record<TextFolder, readonly (readonly string[])[]>> = {
  i18n: [["*"]],
  glossary: [
    ["*", "term"],
    ["*", "explanation"],
  ],
};

/** The texts of an Italian file of `_data` as parts that are translated, and go out of date, by themselves. */
export function dataTexts(
  folder: TextFolder,
  document: Pick<SourceDocument, "value" | "lineOf">,
): SourceSection[] {
  const byKey = new Map<string, string[]>();
  for (const { text, path } of PATTERNS[folder].flatMap((pattern) => textsAt(document, pattern))) {
    const key = String(path[0]);
    byKey.set(key, [...(byKey.get(key) ?? []), text]);
  }
  return Array.from(byKey, ([key, texts]) => {
    const text = texts.join("\n");
    return { id: key, label: key, line: document.lineOf([key]), text, revision: revisionOf(text) };
  });
}

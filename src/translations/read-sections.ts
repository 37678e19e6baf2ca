import { splitSource } from "../content-model/documents/front-matter-block.ts";
import { parseJson } from "../content-model/documents/json-document.ts";
import { decodeSource } from "../content-model/documents/source-text.ts";
import { parseYaml } from "../content-model/documents/yaml-document.ts";
import { dataTexts } from "../content-model/translations/data-texts.ts";
import type { TextFolder } from "../content-model/translations/followed-texts.ts";
import { sourceSections } from "../content-model/translations/source-sections.ts";
import type { ReadSections } from "./source-history.ts";

/** The parts of a page; none of what is no page. */
export const readPage: ReadSections = (bytes) => {
  const split = splitSource(decodeSource(bytes).text ?? "");
  if ("error" in split) return [];
  const frontMatter = parseYaml("", split.yaml, 1).document?.value;
  return sourceSections({ frontMatter, body: split.body, bodyLine: split.bodyLine });
};

/** Reads the texts of a folder's files of `_data`; none of what is no JSON. */
export function readDataOf(folder: TextFolder): ReadSections {
  return (bytes) => {
    const { document } = parseJson("", decodeSource(bytes).text ?? "");
    return document ? dataTexts(folder, document) : [];
  };
}

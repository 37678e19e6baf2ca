import { globSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { pageSource } from "../../src/translations/page-source.ts";
import { recordFollows } from "../../src/translations/record-follows.ts";
import { type Edits, FIXTURE_SITE, replace, SITE } from "./fixture-site.ts";

const OVERLAY = resolve(import.meta.dirname, "../fixtures/content/bilingual");
const ITALIAN_STRINGS = resolve(import.meta.dirname, "../../_data/i18n/it.json");

export const ENGLISH_PRIVACY = "content/en/privacy.md";
export const ENGLISH_SERVICE = "content/en/servizi/aiuto.md";
export const ENGLISH_STRINGS = "_data/i18n/en.json";
export const ENGLISH_WORDS = "_data/vocabulary/en.json";

/**
 * The fixture site with a correct English translation of every page except `novita/apertura.md`.
 * @param edits changes that are made afterwards
 */
export function bilingual(edits: Edits = {}): Edits {
  const english: Edits = {
    [SITE]: replace('"dir": "ltr" }', '"dir": "ltr" }, { "code": "en", "name": "English", "dir": "ltr" }'),
    [ENGLISH_STRINGS]: () => pseudoEnglish(readFileSync(ITALIAN_STRINGS, "utf8")),
  };
  for (const file of globSync("**/*.{md,json}", { cwd: OVERLAY })) {
    english[file.split(sep).join("/")] = () => readFileSync(join(OVERLAY, file), "utf8");
  }
  const after = Object.entries(edits).map(([path, edit]): [string, Edits[string]] => {
    const before = english[path];
    return [path, before ? (source) => edit(String(before(source))) : edit];
  });
  return { ...english, ...Object.fromEntries(after) };
}

/** The same site, whose translations record the revisions of the edited sources. */
export function bilingualRecorded(edits: Edits): Edits {
  const recorded = Object.entries(edits).flatMap(([path, edit]): [string, Edits[string]][] => {
    const translation = path.replace("content/it/", "content/en/");
    if (translation === path) return [];
    const revision = revisionIn(String(edit(readFileSync(join(FIXTURE_SITE, path), "utf8"))));
    const before = edits[translation] ?? ((source: string) => source);
    return [[translation, (source) => recordFollows(String(before(source)), revision)]];
  });
  return bilingual({ ...edits, ...Object.fromEntries(recorded) });
}

/** The revision of a page, as its translations record it. */
export function revisionIn(source: string): string {
  return pageSource(Buffer.from(source)).revision;
}

/**
 * Makes interface texts that differ from every Italian sentence, which is enough of a translation
 * for a test.
 */
function pseudoEnglish(json: string): string {
  const strings = JSON.parse(json) as Record<string, string>;
  const translated = Object.entries(strings).map(([key, text]) => [
    key,
    text.replace(/(?<!\{)\b\p{L}+(?!\w*\})/gu, "$&th"),
  ]);
  return JSON.stringify(Object.fromEntries(translated), null, 2);
}

import { z } from "zod";
import { revision } from "./revision.ts";

/** The folders of `_data` whose files are translated text by text. */
export const TEXT_FOLDERS = ["i18n", "glossary"] as const;

export type TextFolder = (typeof TEXT_FOLDERS)[number];

const byText = z.record(z.string(), revision).optional();

/** `follows/<lang>.json`: the revision of each Italian text that the words of a language follow, by folder and key. */
export const followedTexts = z.strictObject({ i18n: byText, glossary: byText });

/** The name of a language's record in `_data`. */
export function followsFile(lang: string): string {
  return `follows/${lang}.json`;
}

export type FollowedTexts = z.infer<typeof followedTexts>;

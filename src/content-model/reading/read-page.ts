import { checkSchema } from "../documents/schema-problems.ts";
import { decodeSource, revisionOf, splitSource } from "../documents/source-text.ts";
import { parseYaml } from "../documents/yaml-document.ts";
import { readSections } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { anyLayout, FRONT_MATTER, type FrontMatter, layoutOf } from "../schemas/front-matter.ts";
import type { PartialPage } from "./page.ts";

/** The front matter starts on the second line, below the dashes. */
const FRONT_MATTER_LINE = 2;

/** The contents of a page's file, without regard to the rest of the site. */
export interface ParsedPage extends Pick<PartialPage, "frontMatter" | "sections" | "revision"> {
  problems: readonly Problem[];
}

/** What identifies a page: its file, address and language. */
export type PageLocation = Pick<PartialPage, "file" | "url" | "lang">;

/** A page with its own problems. */
export interface PageResult {
  page: PartialPage;
  problems: readonly Problem[];
}

/**
 * Splits and parses a page's file, without checking the front matter. No other code parses pages.
 */
export function parsePage(file: string, bytes: Uint8Array): ParsedPage {
  const source = decodeSource(bytes);
  if (source.text === undefined) {
    const problems = [{ file, ...source.error }];
    return { frontMatter: undefined, sections: undefined, revision: "", problems };
  }
  const { body, bodyLine, ...split } = splitSource(source.text);
  const revision = revisionOf(source.text);
  const sections = body === undefined ? body : readSections(body, bodyLine);
  if ("error" in split) {
    const problems = [{ file, line: 1, message: split.error }];
    return { frontMatter: undefined, sections, revision, problems };
  }
  const { document, problems } = parseYaml(file, split.yaml, FRONT_MATTER_LINE);
  return { frontMatter: document, sections, revision, problems };
}

/** Makes a page in the source language. Mistakes of editors become problems; nothing is thrown. */
export function sourcePage(place: PageLocation, source: ParsedPage): PageResult {
  const { page, problems } = uncheckedPage(place, source);
  const { frontMatter } = page;
  if (!frontMatter) return { page, problems };
  const layout = layoutOf(frontMatter.value);
  if (layout === undefined) return { page, problems: checkSchema(anyLayout, frontMatter).problems };
  const checked = checkSchema<FrontMatter>(FRONT_MATTER[layout], frontMatter);
  return { page: { ...page, layout, data: checked.data }, problems: checked.problems };
}

/** Makes a page whose front matter is not checked yet. */
export function uncheckedPage(
  { file, url, lang }: PageLocation,
  { frontMatter, sections, revision, problems }: ParsedPage,
): PageResult {
  const nothing = { layout: undefined, data: undefined, translation: undefined };
  return { page: { file, url, lang, frontMatter, sections, revision, ...nothing }, problems };
}

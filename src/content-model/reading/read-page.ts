import { createHash } from "node:crypto";
import { checkSchema } from "../documents/schema-problems.ts";
import { decodeSource, NOT_UTF8, splitSource } from "../documents/source-text.ts";
import { parseYaml } from "../documents/yaml-document.ts";
import { readSections } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { anyLayout, FRONT_MATTER, type FrontMatter, layoutOf } from "../schemas/front-matter.ts";
import type { DraftPage } from "./page.ts";

/** The first line of the file is the one with the dashes. */
const FRONT_MATTER_LINE = 2;

/** What the file of a page holds, whatever the rest of the site says. */
export interface PageParts extends Pick<DraftPage, "frontMatter" | "sections" | "revision"> {
  problems: readonly Problem[];
}

/** Where a page is published. */
export type PagePlace = Pick<DraftPage, "file" | "url" | "lang">;

/** A page, and what is wrong with it as it stands. */
export interface JudgedPage {
  page: DraftPage;
  problems: readonly Problem[];
}

/** Takes a page's file apart, without judging its front matter. This alone parses a page, and it does so once. */
export function readParts(file: string, bytes: Uint8Array): PageParts {
  const source = decodeSource(bytes);
  if (source.text === undefined) {
    const problems = [{ file, line: source.badLine, message: NOT_UTF8 }];
    return { frontMatter: undefined, sections: undefined, revision: "", problems };
  }
  const { body, bodyLine, ...split } = splitSource(source.text);
  const revision = createHash("sha256").update(source.text).digest("hex").slice(0, 12);
  const sections = body === undefined ? body : readSections(body, bodyLine);
  if ("error" in split) {
    const problems = [{ file, line: 1, message: split.error }];
    return { frontMatter: undefined, sections, revision, problems };
  }
  const { document, problems } = parseYaml(file, split.yaml, FRONT_MATTER_LINE);
  return { frontMatter: document, sections, revision, problems };
}

/** A page in the source language; whatever an editor wrote becomes a page, a problem or both. */
export function sourcePage(place: PagePlace, source: PageParts): JudgedPage {
  const { page, problems } = unjudgedPage(place, source);
  const { frontMatter } = page;
  if (!frontMatter) return { page, problems };
  const layout = layoutOf(frontMatter.value);
  if (layout === undefined) return { page, problems: checkSchema(anyLayout, frontMatter).problems };
  const checked = checkSchema<FrontMatter>(FRONT_MATTER[layout], frontMatter);
  return { page: { ...page, layout, data: checked.data }, problems: checked.problems };
}

/** A page whose front matter nobody has looked at. */
export function unjudgedPage(
  { file, url, lang }: PagePlace,
  { frontMatter, sections, revision, problems }: PageParts,
): JudgedPage {
  const nothing = { layout: undefined, data: undefined, translation: undefined };
  return { page: { file, url, lang, frontMatter, sections, revision, ...nothing }, problems };
}

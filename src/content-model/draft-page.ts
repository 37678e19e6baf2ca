import { createHash } from "node:crypto";
import type { ContentPage } from "./content-page.ts";
import { splitSource } from "./documents/front-matter-block.ts";
import type { SourceDocument } from "./documents/source-document.ts";
import { decodeSource, NOT_UTF8 } from "./documents/source-text.ts";
import { parseYaml } from "./documents/yaml-document.ts";
import { anyLayout, FRONT_MATTER, type FrontMatter, type Layout, layoutOf } from "./front-matter.ts";
import { pageHeadings } from "./page-headings.ts";
import { type PlacedToken, placedTokens } from "./placed-tokens.ts";
import type { Problem } from "./problem.ts";
import { checkSchema } from "./schema-problems.ts";

/** The first line of the file is the one with the dashes. */
const FRONT_MATTER_LINE = 2;

/** A page that may be wrong in parts: what could be read of it is there for the other checks. */
export interface DraftPage {
  file: string;
  url: string;
  lang: string;
  /** The layout named in the front matter, when it is one of ours. */
  layout: Layout | undefined;
  /** The front matter as written. */
  frontMatter: SourceDocument | undefined;
  /** The front matter, when it is right. */
  data: FrontMatter | undefined;
  body: DraftBody | undefined;
  revision: string;
}

export interface DraftBody {
  text: string;
  /** The file's line on which the body starts. */
  line: number;
  /** With lines of the file. */
  tokens: PlacedToken[];
}

export interface ReadPage {
  page: DraftPage;
  problems: readonly Problem[];
}

/** Reads a page's source; whatever an editor wrote becomes a page, a problem or both. */
export function readPage(place: { file: string; url: string; lang: string }, bytes: Uint8Array): ReadPage {
  const { file } = place;
  const unread: DraftPage = {
    ...place,
    layout: undefined,
    frontMatter: undefined,
    data: undefined,
    body: undefined,
    revision: "",
  };
  const source = decodeSource(bytes);
  if (source.text === undefined) {
    return { page: unread, problems: [{ file, line: source.badLine, message: NOT_UTF8 }] };
  }
  const { body: text, bodyLine: line, ...split } = splitSource(source.text);
  const body = text === undefined ? undefined : { text, line, tokens: placedTokens(text, line) };
  const page = { ...unread, body, revision: revisionOf(source.text) };
  if ("error" in split) return { page, problems: [{ file, line: 1, message: split.error }] };
  const yaml = parseYaml(file, split.yaml, FRONT_MATTER_LINE);
  return yaml.document ? checkFrontMatter(page, yaml.document) : { page, problems: yaml.problems };
}

function checkFrontMatter(page: DraftPage, frontMatter: SourceDocument): ReadPage {
  const layout = layoutOf(frontMatter.value);
  if (layout === undefined) {
    return { page: { ...page, frontMatter }, problems: checkSchema(anyLayout, frontMatter).problems };
  }
  const { data, problems } = checkSchema<FrontMatter>(FRONT_MATTER[layout], frontMatter);
  return { page: { ...page, layout, frontMatter, data }, problems };
}

/** The page as published, when nothing in its front matter is wrong. */
export function finishedPage(page: DraftPage): ContentPage | undefined {
  const { file, url, lang, frontMatter, data, body, revision } = page;
  if (!frontMatter || !data || !body) return undefined;
  const dataLines = Object.fromEntries(Object.keys(data).map((key) => [key, frontMatter.lineOf([key])]));
  const headingIds = pageHeadings(body.tokens).map(({ id }) => id);
  return { file, url, lang, data, dataLines, body: body.text, bodyLine: body.line, headingIds, revision };
}

function revisionOf(source: string): string {
  return createHash("sha256").update(source).digest("hex").slice(0, 12);
}

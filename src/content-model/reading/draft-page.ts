import { createHash } from "node:crypto";
import type { ContentPage } from "./content-page.ts";
import { splitSource, decodeSource, NOT_UTF8 } from "../documents/source-text.ts";
import type { SourceDocument } from "../documents/source-document.ts";
import { parseYaml } from "../documents/yaml-document.ts";
import { anyLayout, FRONT_MATTER, type FrontMatter, type Layout, layoutOf } from "../schemas/front-matter.ts";
import { readSections, type Section } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { checkSchema } from "../documents/schema-problems.ts";
import type { UntranslatedKey } from "../schemas/text-keys.ts";

/** The first line of the file is the one with the dashes. */
const FRONT_MATTER_LINE = 2;

/** A page that may be wrong in parts: what could be read of it is there for the other checks. */
export interface DraftPage {
  file: string;
  url: string;
  lang: string;
  /** The layout named in the front matter, when it is one of ours; a translation has its source's. */
  layout: Layout | undefined;
  /** The front matter as written. */
  frontMatter: SourceDocument | undefined;
  /** The front matter, when it is right; a translation's with the facts of its source. */
  data: FrontMatter | undefined;
  /** Its parts, with the anchors that the published page has; undefined when there is no telling where the text begins. */
  sections: readonly Section[] | undefined;
  /** What stands below the front matter, as written. */
  body: string | undefined;
  revision: string;
  /** Present when the page is a translation. */
  translation: DraftTranslation | undefined;
}

/** A section of a translation beside that of its source; beside none when there is no telling which it is. */
export interface PairedSection {
  own: Section;
  source: Section | undefined;
}

export interface DraftTranslation {
  /** The page that it translates. */
  source: DraftPage;
  /** The revision of its source that it follows; undefined when nobody recorded it. */
  follows: string | undefined;
  /** The revision of the source as it is. */
  current: string;
  /** Whether it follows an earlier one: then it need not say what the source says now. */
  isStale: boolean;
  /** Its sections beside those of the source. */
  sections: readonly PairedSection[];
  /** Texts of the front matter that it has from its source. */
  untranslated: UntranslatedKey[];
  reviewedBy: string | undefined;
  reviewedOn: string | undefined;
}

export interface ReadPage {
  page: DraftPage;
  problems: readonly Problem[];
}

export interface PagePlace {
  file: string;
  url: string;
  lang: string;
}

/** Reads the source of a page in the source language; whatever an editor wrote becomes a page, a problem or both. */
export function readPage(place: PagePlace, bytes: Uint8Array): ReadPage {
  const { page, problems } = readParts(place, bytes);
  const { frontMatter } = page;
  if (!frontMatter) return { page, problems };
  const layout = layoutOf(frontMatter.value);
  if (layout === undefined) return { page, problems: checkSchema(anyLayout, frontMatter).problems };
  const checked = checkSchema<FrontMatter>(FRONT_MATTER[layout], frontMatter);
  return { page: { ...page, layout, data: checked.data }, problems: checked.problems };
}

/** Takes a page's source apart, without judging its front matter. */
export function readParts(place: PagePlace, bytes: Uint8Array): ReadPage {
  const { file } = place;
  const unread: DraftPage = {
    file,
    url: place.url,
    lang: place.lang,
    layout: undefined,
    frontMatter: undefined,
    data: undefined,
    sections: undefined,
    body: undefined,
    revision: "",
    translation: undefined,
  };
  const source = decodeSource(bytes);
  if (source.text === undefined) {
    return { page: unread, problems: [{ file, line: source.badLine, message: NOT_UTF8 }] };
  }
  const { body, bodyLine, ...split } = splitSource(source.text);
  const revision = createHash("sha256").update(source.text).digest("hex").slice(0, 12);
  const sections = body === undefined ? body : readSections(body, bodyLine);
  const page = { ...unread, sections, body, revision };
  if ("error" in split) return { page, problems: [{ file, line: 1, message: split.error }] };
  const yaml = parseYaml(file, split.yaml, FRONT_MATTER_LINE);
  return { page: { ...page, frontMatter: yaml.document }, problems: yaml.problems };
}

/** The page as published, when nothing in its front matter is wrong. */
export function finishedPage(page: DraftPage): ContentPage | undefined {
  const { file, url, lang, frontMatter, data, sections, body, revision, translation } = page;
  if (!frontMatter || !data || !sections || body === undefined) return undefined;
  const dataLines = Object.fromEntries(Object.keys(data).map((key) => [key, frontMatter.lineOf([key])]));
  const headingIds = sections.flatMap(({ headings }) => headings.map(({ id }) => id));
  const bodyLine = sections[0]?.line ?? 1;
  const finished = { file, url, lang, data, dataLines, sections, body, bodyLine, headingIds, revision };
  if (!translation) return finished;
  const { source, reviewedBy, reviewedOn, untranslated, follows, current, isStale } = translation;
  const reviewed = reviewedBy !== undefined && reviewedOn !== undefined && { reviewedBy, reviewedOn };
  return {
    ...finished,
    translation: { sourceUrl: source.url, ...reviewed, untranslated, follows, current, isStale },
  };
}

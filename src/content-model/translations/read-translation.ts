import { z } from "zod";
import type { SourceDocument } from "../documents/source-document.ts";
import {
  type DraftPage,
  type DraftTranslation,
  type PagePlace,
  readParts,
  type ReadPage,
} from "../reading/draft-page.ts";
import { checkSchema } from "../documents/schema-problems.ts";
import { groupAnchors, sourceGroups, translationGroups } from "./align-sections.ts";
import { type Followed, isCurrent, matchSections } from "./match-sections.ts";
import { FRONT_TEXTS, sourceSections } from "./source-sections.ts";
import { staleSections } from "./stale-sections.ts";
import { notRecorded } from "./stale-warnings.ts";
import { mergeFrontMatter, translationFrontMatter, untranslatedKeys } from "./translation-front-matter.ts";

/** Reads a translation: its own texts, with the layout, the facts and the anchors of the page that it translates. */
export function readTranslation(place: PagePlace, bytes: Uint8Array, source: DraftPage): ReadPage {
  const { page: parts, problems } = readParts(place, bytes);
  const page = withSource({ ...parts, layout: source.layout }, source);
  const { frontMatter, translation } = page;
  if (!frontMatter || !translation || source.layout === undefined) return { page, problems };
  const isStale = translation.stale.some(({ id }) => id === FRONT_TEXTS) && translation.follows !== undefined;
  const schema = translationFrontMatter(source.layout, source.frontMatter?.value, isStale);
  const { data: texts, problems: wrong } = checkSchema(schema, frontMatter);
  if (!texts) return { page, problems: wrong };
  const { reviewedBy, reviewedOn } = texts.translation ?? {};
  const data = source.data && mergeFrontMatter(source.data, texts);
  const untranslated = source.data ? untranslatedKeys(source.data, texts) : [];
  const read = { ...page, data, translation: { ...translation, untranslated, reviewedBy, reviewedOn } };
  return {
    page: read,
    problems: translation.follows ? [] : [notRecorded(read.file, frontMatter.lineOf(["translation"]))],
  };
}

/** Sets a translation beside its source: which section translates which, under which anchor, and what is stale. */
function withSource(page: DraftPage, source: DraftPage): DraftPage {
  const follows = page.frontMatter && followsOf(page.frontMatter);
  const sections = source.body
    ? sourceSections({
        frontMatter: source.frontMatter?.value,
        body: source.body.text,
        bodyLine: source.body.line,
      })
    : [];
  const matches = matchSections(sections, follows ?? []);
  const original = sourceGroups(source.body?.headings ?? []);
  const own = page.body?.headings ?? [];
  const groups = translationGroups(own, original, follows ?? [], matches);
  const anchors = groups ? groupAnchors(groups, original) : (source.body?.headings ?? []).map(({ id }) => id);
  const headings = own.map((heading, index) => ({ ...heading, id: anchors[index] ?? heading.id }));
  const read = { ...page, body: page.body && { ...page.body, headings } };
  const stale = staleSections(
    read,
    matches.filter((match) => !isCurrent(match)),
  );
  const translation: DraftTranslation = {
    source,
    follows,
    groups,
    stale,
    untranslated: [],
    reviewedBy: undefined,
    reviewedOn: undefined,
  };
  return { ...read, translation };
}

const recorded = z.object({ translation: z.object({ follows: z.record(z.string(), z.string()) }) });

/** What a translation says that it follows, in the order in which it says it. */
function followsOf(frontMatter: SourceDocument): Followed[] | undefined {
  const follows = recorded.safeParse(frontMatter.value).data?.translation.follows;
  if (!follows || Object.keys(follows).length === 0) return undefined;
  const lineOf = (id: string): number => frontMatter.lineOf(["translation", "follows", id]);
  return Object.entries(follows)
    .map(([id, revision]) => ({ id, revision }))
    .sort((a, b) => lineOf(a.id) - lineOf(b.id));
}

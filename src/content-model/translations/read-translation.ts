import { z } from "zod";
import { checkSchema } from "../documents/schema-problems.ts";
import type { SourceDocument } from "../documents/source-document.ts";
import { withAnchors } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import type { PartialPage, Translation } from "../reading/page.ts";
import { type PageResult, type PageLocation, type ParsedPage, uncheckedPage } from "../reading/read-page.ts";
import { pairedAnchors, pairSections } from "./paired-sections.ts";
import { REVISION } from "./revision.ts";
import { mergeFrontMatter, translationFrontMatter, untranslatedKeys } from "./translation-front-matter.ts";

/** The source of a translation, with its current revision. */
export interface TranslatedSource {
  page: PartialPage;
  revision: string;
}

/** Makes a translation: its own texts, with the layout, facts and anchors of its source. */
export function readTranslation(place: PageLocation, own: ParsedPage, source: TranslatedSource): PageResult {
  const { page: parts, problems } = uncheckedPage(place, own);
  const { layout, frontMatter: sourceFrontMatter, data: facts } = source.page;
  const page = withSource({ ...parts, layout }, source);
  const { frontMatter, translation } = page;
  if (!frontMatter || !translation || layout === undefined) return { page, problems };
  const schema = translationFrontMatter(sourceFrontMatter?.value, translation.isStale);
  const { data: texts, problems: wrong } = checkSchema(schema, frontMatter);
  if (!texts) return { page, problems: wrong };
  const { reviewedBy, reviewedOn } = texts.translation ?? {};
  const data = facts && mergeFrontMatter(facts, texts);
  const untranslated = facts ? untranslatedKeys(facts, texts) : [];
  const read = { ...page, data, translation: { ...translation, untranslated, reviewedBy, reviewedOn } };
  return { page: read, problems: translation.follows === undefined ? [notRecorded(frontMatter)] : [] };
}

/**
 * Adds the relation to the source: the paired sections, their anchors, and whether the translation
 * is stale.
 */
function withSource(page: PartialPage, { page: source, revision }: TranslatedSource): PartialPage {
  const follows = recorded.safeParse(page.frontMatter?.value).data?.translation.follows;
  const sections = page.sections && source.sections ? pairSections(page.sections, source.sections) : [];
  const translation: Translation = {
    source,
    follows,
    current: revision,
    isStale: follows !== undefined && follows !== revision,
    sections,
    untranslated: [],
    reviewedBy: undefined,
    reviewedOn: undefined,
  };
  return {
    ...page,
    sections: page.sections && withAnchors(page.sections, pairedAnchors(sections)),
    translation,
  };
}

const recorded = z.object({ translation: z.object({ follows: z.string().regex(REVISION) }) });

/**
 * Reports that no revision is recorded. Without it, nobody would notice when the source changes.
 */
function notRecorded(document: SourceDocument): Problem {
  const command = `npm run check:translations -- --accept ${document.file}`;
  return {
    file: document.file,
    line: document.lineOf(["translation", "follows"]),
    message: `traduzione non registrata: ci vuole il testo italiano da cui viene; qui non c'è, scrivilo con «${command}»`,
  };
}

import type { StaleSection } from "../content-page.ts";
import { type DraftPage, type PagePlace, readParts, type ReadPage } from "../draft-page.ts";
import type { Problem } from "../problem.ts";
import { checkSchema } from "../schema-problems.ts";
import { FRONT_TEXTS, OPENING, sourceSections } from "./source-sections.ts";
import { changedSections } from "./stale-sections.ts";
import { type Follows, mergeFrontMatter, translationFrontMatter } from "./translation-front-matter.ts";

/** Reads a translation: its own texts, with the layout, the facts and the anchors of the page that it translates. */
export function readTranslation(place: PagePlace, bytes: Uint8Array, source: DraftPage): ReadPage {
  const anchors = source.body?.headings.map(({ id }) => id);
  const { page: parts, problems } = readParts(place, bytes, anchors);
  const page = { ...parts, layout: source.layout };
  if (!page.frontMatter || source.layout === undefined) {
    return { page: withStatus(page, source, {}), problems };
  }
  const schema = translationFrontMatter(source.layout, source.frontMatter?.value);
  const { data: texts, problems: wrong } = checkSchema(schema, page.frontMatter);
  if (!texts) return { page: withStatus(page, source, {}), problems: wrong };
  const data = source.data && mergeFrontMatter(source.data, texts);
  const read = withStatus({ ...page, data }, source, texts.translation ?? {});
  return { page: read, problems: texts.translation?.follows ? [] : [notRecorded(read)] };
}

function notRecorded({ file, frontMatter }: DraftPage): Problem {
  const command = `npm run check:translations -- --accept ${file}`;
  return {
    file,
    line: frontMatter?.lineOf(["translation"]) ?? 1,
    message: `traduzione non registrata: ci vuole «follows», il testo italiano da cui viene; qui non c'è, scrivilo con «${command}»`,
  };
}

interface Status {
  follows?: Follows | undefined;
  reviewedBy?: string | undefined;
  reviewedOn?: string | undefined;
}

function withStatus(page: DraftPage, source: DraftPage, status: Status): DraftPage {
  const { follows, reviewedBy, reviewedOn } = status;
  const stale = staleSections(page, source, follows ?? {});
  return { ...page, translation: { source, follows, reviewedBy, reviewedOn, stale } };
}

function staleSections(page: DraftPage, { frontMatter, body }: DraftPage, follows: Follows): StaleSection[] {
  if (!body) return [];
  const sections = sourceSections({ frontMatter: frontMatter?.value, body: body.text, bodyLine: body.line });
  return changedSections(sections, follows).map(({ section: { id, label, revision }, followed }) => {
    return { id, label, line: lineOf(id, page), followed, current: revision };
  });
}

/** Where the translation has the part of its source that goes by this name. */
function lineOf(id: string, { frontMatter, body }: DraftPage): number {
  if (id === FRONT_TEXTS) return frontMatter?.lineOf(["title"]) ?? 1;
  const start = body?.line ?? 1;
  if (id === OPENING) return start;
  return body?.headings.find((heading) => heading.id === id)?.line ?? start;
}

import { compileSite, type LoadedSite } from "../content-model/compile-site.ts";
import type { ContentPage } from "../content-model/content-page.ts";
import type { SiteSources } from "../content-model/site-sources.ts";
import { contentSections } from "../content-model/translations/source-sections.ts";
import { recordFollows } from "./record-follows.ts";
import { isStale } from "./translation-status.ts";

/** What comes of accepting translations. */
export interface Accepted {
  /** The sources with the accepted files as they are to be written. */
  sources: SiteSources;
  site: LoadedSite;
  /** Pages whose file changes. */
  written: ContentPage[];
  /** Pages that do not prove to be translations of their source: nothing was recorded for them. */
  refused: ContentPage[];
}

/**
 * Records in some translations that they follow their sources as they are. One that has mistakes, or whose source has,
 * is left alone: it cannot follow what it does not say.
 * @param chosen whether a page was asked for.
 */
export function acceptTranslations(sources: SiteSources, chosen: (page: ContentPage) => boolean): Accepted {
  const before = compileSite(sources);
  const { pages } = before;
  const candidates = pages.filter((page) => isStale(page) && chosen(page));
  if (candidates.length === 0) return { sources, site: before, written: [], refused: [] };
  const all = record(sources, candidates, pages);
  const wrong = new Set(compileSite(all).problems.map(({ file }) => file));
  const isWrong = (page: ContentPage): boolean =>
    wrong.has(page.file) || wrong.has(sourceOf(page, pages)?.file ?? "");
  const written = candidates.filter((page) => !isWrong(page));
  const accepted = record(sources, written, pages);
  return {
    sources: accepted,
    site: compileSite(accepted),
    written,
    refused: candidates.filter(isWrong),
  };
}

function record(
  sources: SiteSources,
  translations: readonly ContentPage[],
  pages: readonly ContentPage[],
): SiteSources {
  const content = sources.content.map((file) => {
    const page = translations.find((translation) => translation.file === file.file);
    const source = page && sourceOf(page, pages);
    if (!source) return file;
    const text = Buffer.from(file.bytes).toString("utf8");
    return { ...file, bytes: Buffer.from(recordFollows(text, contentSections(source))) };
  });
  return { ...sources, content };
}

function sourceOf({ translation }: ContentPage, pages: readonly ContentPage[]): ContentPage | undefined {
  return pages.find(({ url }) => url === translation?.sourceUrl);
}

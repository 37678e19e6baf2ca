import { compileSite, type LoadedSite } from "../content-model/compile-site.ts";
import type { ContentPage } from "../content-model/reading/content-page.ts";
import type { SiteSources } from "../content-model/reading/site-sources.ts";
import type { DataTranslation } from "../content-model/translations/data-translations.ts";
import { followsFile } from "../content-model/translations/followed-texts.ts";
import { contentSections } from "../content-model/translations/source-sections.ts";
import { recordData } from "./record-data.ts";
import { recordFollows } from "./record-follows.ts";
import { isStale } from "./translation-status.ts";

/** What comes of accepting translations. */
export interface Accepted {
  site: LoadedSite;
  /** The translations that now follow their sources, and the file that says so. */
  written: AcceptedFile[];
  /** Files that do not prove to be translations of their source: nothing was recorded for them. */
  refused: string[];
}

/** A translation that was accepted. */
export interface AcceptedFile {
  /** The translation. */
  file: string;
  /** Where its record stands, and how that file is to be: a page has its own, the words of the data another. */
  record: { file: string; bytes: Uint8Array };
  /** Present when it is a page. */
  page?: ContentPage;
}

/** Something that translates: a page, or the words of a file of data. */
interface Candidate {
  file: string;
  source: string | undefined;
  page?: ContentPage;
  data?: DataTranslation;
}

/**
 * Records in some translations that they follow their sources as they are. One that has mistakes, or whose source has,
 * is left alone: it cannot follow what it does not say.
 * @param chosen whether a file was asked for.
 */
export function acceptTranslations(sources: SiteSources, chosen: (file: string) => boolean): Accepted {
  const before = compileSite(sources);
  const candidates = staleFiles(before).filter(({ file }) => chosen(file));
  if (candidates.length === 0) return { site: before, written: [], refused: [] };
  const all = record(sources, candidates, before.pages);
  const wrong = new Set(compileSite(all).problems.map(({ file }) => file));
  const isWrong = ({ file, source }: Candidate): boolean => wrong.has(file) || wrong.has(source ?? "");
  const right = candidates.filter((candidate) => !isWrong(candidate));
  const accepted = record(sources, right, before.pages);
  const files = [...accepted.content, ...accepted.data];
  return {
    site: compileSite(accepted),
    written: right.flatMap(({ file, page, data }) => {
      const isRecord = (other: { file: string; name: string }): boolean =>
        data ? other.name === followsFile(data.lang) : other.file === file;
      return files.filter(isRecord).map((record) => ({ file, record, ...(page && { page }) }));
    }),
    refused: candidates.filter(isWrong).map(({ file }) => file),
  };
}

function staleFiles({ pages, dataTranslations }: LoadedSite): Candidate[] {
  return [
    ...pages.filter(isStale).map((page) => ({ file: page.file, source: sourceOf(page, pages)?.file, page })),
    ...dataTranslations
      .filter(({ stale, isRecorded }) => !isRecorded || stale.length > 0)
      .map((data) => ({ file: data.file, source: data.source.file, data })),
  ];
}

function record(
  sources: SiteSources,
  candidates: readonly Candidate[],
  pages: readonly ContentPage[],
): SiteSources {
  const content = sources.content.map((file) => {
    const page = candidates.find((candidate) => candidate.file === file.file)?.page;
    const source = page && sourceOf(page, pages);
    if (!source) return file;
    const text = Buffer.from(file.bytes).toString("utf8");
    return { ...file, bytes: Buffer.from(recordFollows(text, contentSections(source))) };
  });
  const data = candidates.flatMap((candidate) => candidate.data ?? []);
  return recordData({ ...sources, content }, data);
}

function sourceOf({ translation }: ContentPage, pages: readonly ContentPage[]): ContentPage | undefined {
  return pages.find(({ url }) => url === translation?.sourceUrl);
}

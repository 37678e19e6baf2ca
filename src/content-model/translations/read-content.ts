import type { Problem } from "../problems/problem.ts";
import { didYouMean, quote } from "../problems/wording.ts";
import { pageAddress } from "../reading/page-url.ts";
import type { PartialPage } from "../reading/page.ts";
import {
  type PageLocation,
  type PageResult,
  type ParsedPage,
  parsePage,
  sourcePage,
} from "../reading/read-page.ts";
import type { ReadingCache, SiteSources, SourceFile } from "../reading/site-sources.ts";
import { readTranslation } from "./read-translation.ts";
import { pageWords, wordsRevision } from "./revision.ts";

/** A file that becomes a page. `page` is its path without the language folder. */
interface PageFile extends PageLocation {
  page: string;
  source: ParsedPage;
}

/** A page in the source language. Its revision is made for its first translation. */
interface Source extends PageResult {
  name: string;
  revision?: string;
}

/**
 * Reads all pages. Those in the source language come first, because translations need them.
 * @param languages codes of the site's languages, the source language first
 */
export function readContent(
  { content, contentFolder, cache, problems: unreadable }: SiteSources,
  languages: readonly string[],
): { pages: PartialPage[]; problems: Problem[] } {
  if (content.length === 0) {
    const message = "ci vuole almeno una pagina; qui non c'è niente";
    return { pages: [], problems: unreadable.length > 0 ? [] : [{ file: contentFolder, line: 1, message }] };
  }
  const [sourceLanguage = ""] = languages;
  const { files, problems } = placeFiles(content, cache.pages, languages);
  const sources = files
    .filter(({ lang }) => lang === sourceLanguage)
    .map((file): Source => ({ name: file.page, ...sourcePage(file, file.source) }));
  const sourceOf = new Map(sources.map((source) => [source.name, source]));
  const pages = sources.map(({ page }) => page);
  problems.push(...sources.flatMap((source) => source.problems));
  for (const file of files.filter(({ lang }) => lang !== sourceLanguage)) {
    const source = sourceOf.get(file.page);
    if (!source) {
      problems.push(withoutSource(file, `${contentFolder}/${sourceLanguage}`, sources));
      continue;
    }
    source.revision ??= wordsRevision(pageWords(source.page));
    const read = readTranslation(file, file.source, { page: source.page, revision: source.revision });
    pages.push(read.page);
    problems.push(...read.problems);
  }
  return { pages, problems };
}

function placeFiles(
  content: readonly SourceFile[],
  cache: ReadingCache["pages"],
  languages: readonly string[],
): { files: PageFile[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const files = content.flatMap(({ name, file, bytes }) => {
    const address = pageAddress(name, languages);
    if (!("error" in address)) {
      const source = cache.of({ file, bytes }, () => parsePage(file, bytes));
      return [{ ...address, file, page: name.slice(address.lang.length + 1), source }];
    }
    problems.push({ file, line: 1, message: address.error });
    return [];
  });
  return { files, problems };
}

function withoutSource(
  { file, page }: PageFile,
  folder: string,
  sources: readonly { name: string }[],
): Problem {
  const names = sources.map(({ name }) => name);
  const expected = quote(`${folder}/${page}`);
  const message = `traduzione senza pagina italiana: ci vuole ${expected}; qui non c'è${didYouMean(page, names)}`;
  return { file, line: 1, message };
}

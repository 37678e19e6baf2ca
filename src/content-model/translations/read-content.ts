import { type DraftPage, readPage } from "../reading/draft-page.ts";
import { pageAddress } from "../reading/page-url.ts";
import type { Problem } from "../problems/problem.ts";
import type { SiteSources, SourceFile } from "../reading/site-sources.ts";
import { readTranslation } from "./read-translation.ts";
import { pageWords, revisionOf } from "./revision.ts";
import { didYouMean, quote } from "../problems/wording.ts";

/** A file that becomes a page: where it is published, and its name without the folder of its language. */
interface PageFile extends SourceFile {
  url: string;
  lang: string;
  page: string;
}

/**
 * Reads every page, those in the source language first: a translation is read beside the page that it translates.
 * @param languages codes of the site's languages, the source language first.
 */
export function readContent(
  { content, contentFolder, problems: unreadable }: SiteSources,
  languages: readonly string[],
): { pages: DraftPage[]; problems: Problem[] } {
  if (content.length === 0) {
    const message = "ci vuole almeno una pagina; qui non c'è niente";
    return { pages: [], problems: unreadable.length > 0 ? [] : [{ file: contentFolder, line: 1, message }] };
  }
  const [sourceLanguage = ""] = languages;
  const { files, problems } = placeFiles(content, languages);
  const sources = files
    .filter(({ lang }) => lang === sourceLanguage)
    .map((file) => ({ name: file.page, ...readPage(file, file.bytes) }))
    .map((read) => ({ ...read, revision: revisionOf(pageWords(read.page)) }));
  const pages = sources.map(({ page }) => page);
  problems.push(...sources.flatMap((source) => source.problems));
  for (const file of files.filter(({ lang }) => lang !== sourceLanguage)) {
    const source = sources.find(({ name }) => name === file.page);
    if (!source) {
      problems.push(withoutSource(file, `${contentFolder}/${sourceLanguage}`, sources));
      continue;
    }
    const read = readTranslation(file, file.bytes, source);
    pages.push(read.page);
    problems.push(...read.problems);
  }
  return { pages, problems };
}

function placeFiles(
  content: readonly SourceFile[],
  languages: readonly string[],
): { files: PageFile[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const files = content.flatMap((source) => {
    const address = pageAddress(source.name, languages);
    if (!("error" in address)) {
      return [{ ...source, ...address, page: source.name.slice(address.lang.length + 1) }];
    }
    problems.push({ file: source.file, line: 1, message: address.error });
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

import type { Page } from "../content-model/reading/page.ts";
import type { Finding } from "./finding.ts";

/** A template's fault shows on every page: a few examples are enough to find it. */
const PAGES_SHOWN = 5;

/**
 * Formats findings in Italian, by subject and message, with the pages and their source files.
 * @param pages the pages that editors wrote, which name the files
 */
export function formatFindings(findings: readonly Finding[], pages: readonly Page[]): string[] {
  const files = new Map(pages.map(({ url, file }) => [url, file]));
  const bySubject = Object.entries(Object.groupBy(findings, ({ subject }) => subject));
  return bySubject.flatMap(([subject, found]) => [
    `${subject}: ${found.length === 1 ? "1 problema" : `${found.length} problemi`}`,
    ...Object.entries(Object.groupBy(found, ({ message }) => message)).flatMap(([message, same = []]) => [
      `  ${message}`,
      ...same.slice(0, PAGES_SHOWN).map(({ path }) => `    ${path}${inFile(files.get(path))}`),
      ...(same.length > PAGES_SHOWN ? [`    e altre ${same.length - PAGES_SHOWN} pagine`] : []),
    ]),
  ]);
}

function inFile(file: string | undefined): string {
  return file === undefined ? "" : ` (${file})`;
}

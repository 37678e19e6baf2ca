import { expect } from "vitest";
import { readSections } from "../../../src/content-model/markdown/section.ts";
import type { Finding } from "../../../src/content-model/problems/problem.ts";
import { readPage, type PageReading } from "../../../src/readability/read-page.ts";
import { loadAfter } from "../../support/fixture-site.ts";

const { facts, pages } = await loadAfter({});
const page = pages.find(({ url }) => url === "/privacy/");
if (!facts || !page) throw new Error("The fixture site has mistakes");
const privacy = page;
const siteFacts = facts;

/** Reads Markdown as a page without front matter, starting at line 1. */
export function readBody(markdown: string): PageReading {
  return readPage({ ...privacy, sections: readSections(markdown, 1) }, siteFacts);
}

/** Formats findings as `line: message`. */
export function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ line, message }) => `${line}: ${message}`);
}

/**
 * Expects a check to find and quote these passages in each sentence. An empty list means that it
 * finds nothing.
 */
export function expectFound(
  check: (page: PageReading) => Finding[],
  expected: Record<string, string[]>,
): void {
  const found = Object.fromEntries(
    Object.keys(expected).map((sentence) => [
      sentence,
      check(readBody(sentence)).map(({ message }) => /«([^»]*)»/.exec(message)?.[1] ?? message),
    ]),
  );
  expect(found).toEqual(expected);
}

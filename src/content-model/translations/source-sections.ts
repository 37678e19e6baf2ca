import type { ContentPage } from "../reading/content-page.ts";
import { textsAt } from "../documents/texts-at.ts";
import { splitSections } from "../markdown/sections.ts";
import { revisionOf } from "./revision.ts";
import { TEXT_KEYS } from "../schemas/text-keys.ts";

/** A part of a page in the source language that is translated, and goes out of date, by itself. */
export interface SourceSection {
  /** The anchor of its `##` heading; for a part without heading, its name. */
  id: string;
  /** What an editor calls it. */
  label: string;
  /** The line of its first line in the file. */
  line: number;
  /** Its source. */
  text: string;
  /** See `revisionOf`. */
  revision: string;
}

/** What a page's source is split into: its front matter as data, its body, and the line on which that starts. */
export interface PageSource {
  frontMatter: unknown;
  body: string;
  bodyLine: number;
}

// Their names have spaces, which no anchor has.
/** The texts of the front matter. */
export const FRONT_TEXTS = "titolo e descrizione";
/** What stands above the first `##` heading. */
export const OPENING = "inizio della pagina";

/** A page's parts, in order: front-matter texts, opening if there is any, and one a `##` heading. */
export function sourceSections({ frontMatter, body, bodyLine }: PageSource): SourceSection[] {
  const headings = splitSections(body);
  const lines = body.split("\n");
  const starts = headings.map(({ line }) => line - 1);
  const between = (start: number, end: number | undefined): string =>
    lines.slice(start, end).join("\n").trim();
  const opening = between(0, starts[0]);
  return [
    section(FRONT_TEXTS, FRONT_TEXTS, 1, frontTexts(frontMatter)),
    ...(opening === "" ? [] : [section(OPENING, OPENING, bodyLine + lines.findIndex(isNotBlank), opening)]),
    ...headings.map(({ id, label, line }, index) =>
      section(id, label.trim(), bodyLine + line - 1, between(line - 1, starts[index + 1])),
    ),
  ];
}

/** {@link sourceSections} of a checked page. */
export function contentSections({ data, ...page }: ContentPage): SourceSection[] {
  return sourceSections({ ...page, frontMatter: data });
}

function section(id: string, label: string, line: number, text: string): SourceSection {
  return { id, label, line, text, revision: revisionOf(text) };
}

function isNotBlank(line: string): boolean {
  return line.trim() !== "";
}

/** The texts to translate, one a line: `title: Prenota al telefono`. Of a change its text, not its date. */
function frontTexts(frontMatter: unknown): string {
  const patterns = [...TEXT_KEYS.map((key) => [key]), ["changes", "*", "text"]];
  const lines = patterns.flatMap((pattern) =>
    textsAt({ value: frontMatter }, pattern).map(({ text }) => `${pattern[0]}: ${text}`),
  );
  return lines.join("\n");
}

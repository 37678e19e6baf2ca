import { plainText, slugify } from "./headings.ts";
import { createMarkdown } from "./markdown.ts";

/** A part of a page from one `##` heading to the next. */
export interface Section {
  /** The words of the heading. */
  label: string;
  /** The heading's anchor. */
  id: string;
  /** The heading's line in the body, the first being 1. */
  line: number;
  /** What stands below the heading, renderable alone. */
  markdown: string;
}

const md = createMarkdown(() => "");

/** Splits a body at its `##` headings, as the parser sees them: one inside a code block is no heading. */
export function splitSections(body: string): Section[] {
  const environment: { references?: References } = {};
  const tokens = md.parse(body, environment);
  const lines = body.split("\n");
  const definitions = writeDefinitions(environment.references ?? {});
  const headings = tokens.flatMap((token, index) => {
    const inline = tokens[index + 1];
    if (token.type !== "heading_open" || token.tag !== "h2" || token.level > 0 || !inline || !token.map)
      return [];
    return [{ label: plainText(inline), start: token.map[0], end: token.map[1] }];
  });
  return headings.map(({ label, start, end }, index) => {
    const markdown = lines
      .slice(end, headings[index + 1]?.start)
      .join("\n")
      .trim();
    return { label, id: slugify(label), line: start + 1, markdown: `${markdown}${definitions}` };
  });
}

type References = Record<string, { href: string; title: string }>;

/** Link definitions hold for the whole body wherever they stand, so each section takes all of them along. */
function writeDefinitions(references: References): string {
  const definitions = Object.entries(references).map(([label, { href, title }]) => {
    const quoted = title === "" ? "" : ` "${title.replaceAll('"', '\\"')}"`;
    return `[${label}]: <${href}>${quoted}`;
  });
  return definitions.length === 0 ? "" : `\n\n${definitions.join("\n")}`;
}

import { type HeadingAnchors, plainText } from "./headings.ts";
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
  /** The anchors of the headings within `markdown`, for the renderer: see `HeadingAnchors`. */
  headingIds: string[];
}

const md = createMarkdown(() => "");

/**
 * Splits a body at its `##` headings, as the parser sees them: one inside a code block is no heading.
 * @param anchors of all headings of the body; see `HeadingAnchors`.
 */
export function splitSections(body: string, anchors?: readonly string[]): Section[] {
  const environment: { references?: References } & HeadingAnchors = { headingIds: anchors };
  const tokens = md.parse(body, environment);
  const lines = body.split("\n");
  const definitions = writeDefinitions(environment.references ?? {});
  const headings = tokens.flatMap((token, index) => {
    const inline = tokens[index + 1];
    if (token.type !== "heading_open" || !inline || !token.map) return [];
    const [start, end] = token.map;
    const divides = token.tag === "h2" && token.level === 0;
    return [{ label: plainText(inline), id: token.attrGet("id") ?? "", start, end, divides }];
  });
  const dividing = headings.filter(({ divides }) => divides);
  return dividing.map(({ label, id, start, end }, index) => {
    const next = dividing[index + 1]?.start ?? lines.length;
    const markdown = lines.slice(end, next).join("\n").trim();
    const inside = headings.filter((heading) => heading.start >= end && heading.start < next);
    return {
      label,
      id,
      line: start + 1,
      markdown: `${markdown}${definitions}`,
      headingIds: inside.map((heading) => heading.id),
    };
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

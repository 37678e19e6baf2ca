import type { Token } from "markdown-it";
import { phoneFormats } from "../contacts/phone.ts";
import {
  writtenReference,
  isFactReference,
  type WrittenReference,
} from "../content-model/markdown/fact-references.ts";
import { lineOf, type Section } from "../content-model/markdown/section.ts";
import type { Page } from "../content-model/reading/page.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";

/** Characters from `start` (included) to `end` (not included). */
interface Span {
  start: number;
  end: number;
}

/** A paragraph, a list item or a heading. No sentence crosses its ends. */
export interface Passage {
  /**
   * Prose has sentences, which are counted. A label is a heading, title or table cell, of which
   * only the words are checked.
   */
  kind: "prose" | "label";
  /** The text as a citizen reads it, with the line breaks of the source. */
  text: string;
  /** The line of the file on which it starts. */
  line: number;
  /**
   * What the editor cannot write in another way: facts, code and quoted names. They are counted,
   * but their words are not checked.
   */
  fixed: readonly Span[];
}

const QUOTED = /«[^»]*»/g;

/** Makes a passage. Quoted names, between « and », are fixed as well. */
export function passage(
  kind: Passage["kind"],
  text: string,
  line: number,
  fixed: readonly Span[] = [],
): Passage {
  const quoted = Array.from(text.matchAll(QUOTED), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return { kind, text, line, fixed: [...fixed, ...quoted] };
}

const LABELS = new Set(["heading_open", "th_open", "td_open"]);

/**
 * The text of a section, with the facts that references stand for. Blocks that the site
 * renders by itself (phone line, licence, declaration) are left out, because they are
 * not the page's own text.
 */
export function sectionPassages({ tokens }: Section, facts: SiteFacts): Passage[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== "inline") return [];
    const kind = LABELS.has(tokens[index - 1]?.type ?? "") ? "label" : "prose";
    return inlinePassages(token, kind, facts);
  });
}

/** The texts of a page's front matter. */
export function frontMatterPassages({ data, frontMatter }: Page): Passage[] {
  const lineOf = (key: string): number => frontMatter.lineOf([key]);
  const { title, navTitle, description } = data;
  const inactiveReason = data.layout === "service" ? data.inactiveReason : undefined;
  const changes = data.layout === "service" ? data.changes.map(({ text }) => text) : [];
  return [
    passage("label", title, lineOf("title")),
    ...(navTitle === undefined ? [] : [passage("label", navTitle, lineOf("navTitle"))]),
    passage("prose", description, lineOf("description")),
    ...(inactiveReason === undefined ? [] : [passage("prose", inactiveReason, lineOf("inactiveReason"))]),
    ...changes.map((text) => passage("label", text, lineOf("changes"))),
  ];
}

/** The text of an inline token. Descriptions of images are separate labels. */
function inlinePassages(inline: Token, kind: Passage["kind"], facts: SiteFacts): Passage[] {
  const fixed: Span[] = [];
  const images: Token[] = [];
  let text = "";
  for (const token of inline.children ?? []) {
    const start = text.length;
    if (token.type === "image") images.push(token);
    else text += inlineText(token, facts);
    if (token.type === "fact_inline" || token.type === "code_inline") fixed.push({ start, end: text.length });
  }
  return [
    ...(text.trim() === "" ? [] : [passage(kind, text, lineOf(inline), fixed)]),
    ...images.map((image) => passage("label", image.content, lineOf(image))),
  ];
}

function inlineText(token: Token, facts: SiteFacts): string {
  switch (token.type) {
    case "softbreak":
    case "hardbreak":
      return "\n";
    case "fact_inline":
      return factText(writtenReference(token), facts);
    default:
      return token.content;
  }
}

/** Stands for all hours, so that a page does not become harder to read because the hours change. */
const SAMPLE_HOURS = "dal lunedì al venerdì dalle 9:00 alle 11:00";

/**
 * The text to read for a reference within a sentence of an Italian page. Empty for a wrong
 * reference, which other checks report.
 */
function factText(written: WrittenReference, { site, contacts }: SiteFacts): string {
  if (!isFactReference(written)) return "";
  if (written.name === "ente") return site.authority.name;
  const contact = written.id === undefined ? undefined : contacts[written.id];
  if (!contact) return "";
  switch (written.name) {
    case "telefono":
      return phoneFormats(contact.phone).national;
    case "telefono-internazionale":
      return phoneFormats(contact.phone).international;
    case "orari":
      return SAMPLE_HOURS;
    // Symbols, and blocks that the site renders by itself.
    case "simbolo":
    case "linea":
    case "calendario":
    case "licenza":
    case "dichiarazione-accessibilita":
    case "pareri-pubblicati":
      return "";
  }
}

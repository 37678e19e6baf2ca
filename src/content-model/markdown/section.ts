import type { Token } from "markdown-it";
import { plainText } from "./inline-text.ts";
import { parseMarkdown } from "./markdown.ts";

/** A part of a page: an `h2` and what follows it, or the opening text above the first `h2`. */
export interface Section {
  /** The anchor of its heading. Empty for the opening text. */
  id: string;
  /** 2, or 1 for the opening text, which is directly below the page's title. */
  level: 1 | 2;
  /** The words of its heading. Empty for the opening text. */
  label: string;
  /** The line of the file on which it starts. */
  line: number;
  /** The source lines, including the heading. */
  lines: readonly string[];
  /** The headings in it, including its own. */
  headings: readonly Heading[];
  /** The parsed tokens, including the heading. Every `map` has lines of the file. */
  tokens: readonly Token[];
}

export interface Heading {
  level: number;
  text: string;
  id: string;
  line: number;
  /** True if it contains a fact reference. */
  hasFact: boolean;
}

/** A token with its line in the file. */
export interface PlacedToken {
  token: Token;
  line: number;
}

/** Splits a page's Markdown into sections. The first is the opening text, and may be empty. */
export function readSections(markdown: string, firstLine: number): Section[] {
  const tokens = parseMarkdown(markdown, firstLine);
  const lines = markdown.split("\n");
  const starts = [0, ...tokens.flatMap((token, index) => (startsSection(token) ? [index] : []))];
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const first = index === 0 ? firstLine : lineOf(tokens[start]);
    const end = next === undefined ? undefined : lineOf(tokens[next]);
    return sectionOf(
      tokens.slice(start, next),
      lines.slice(first - firstLine, end && end - firstLine),
      first,
    );
  });
}

/** Decides what a section is: an `h2` outside lists and quotations starts one. */
function startsSection({ type, tag, level }: Token): boolean {
  return type === "heading_open" && tag === "h2" && level === 0;
}

function sectionOf(tokens: readonly Token[], lines: readonly string[], line: number): Section {
  const headings = headingsOf(tokens);
  const [first] = tokens;
  const heading = first && startsSection(first) ? headings[0] : undefined;
  return {
    id: heading?.id ?? "",
    level: heading ? 2 : 1,
    label: heading?.text ?? "",
    line,
    lines,
    headings,
    tokens,
  };
}

function headingsOf(tokens: readonly Token[]): Heading[] {
  return tokens.flatMap((token, index) => {
    const inline = tokens[index + 1];
    if (token.type !== "heading_open" || !inline) return [];
    return {
      level: Number(token.tag.slice(1)),
      text: plainText(inline).trim(),
      id: token.attrGet("id") ?? "",
      line: lineOf(token),
      hasFact: (inline.children ?? []).some(({ type }) => type === "fact_inline"),
    };
  });
}

const TEXT_BLOCKS = new Set(["fence", "fact_block"]);

/** The tokens that give a page its shape. */
const SHAPE = /^(heading|bullet_list|ordered_list|list_item|table|th|td)_(open|close)$/;

/** The words of a section, without case and punctuation, with marks for its shape between them. */
export function sectionWords({ tokens }: Pick<Section, "tokens">): string[] {
  return tokens.flatMap(wordsIn);
}

/**
 * The words of a token. The start and end of a heading, list or table count as words, such as
 * `<h2>`. The address of a link follows its words: `</prenota/>`.
 */
function wordsIn(token: Token): string[] {
  if (token.type === "inline") {
    const addresses = (token.children ?? []).flatMap((child) => child.attrGet("href") ?? []);
    return [...wordsOf(plainText(token)), ...addresses.map((address) => `<${address}>`)];
  }
  if (TEXT_BLOCKS.has(token.type)) return wordsOf(token.content);
  if (!SHAPE.test(token.type)) return [];
  return [`<${token.nesting < 0 ? "/" : ""}${token.tag}${token.attrGet("start") ?? ""}>`];
}

/** A fact reference, a word or number, or a sign that is read as a word. */
const WORD = /\{\{.*?\}\}|[\p{L}\p{M}\p{N}]+|[\p{Sc}%‰]/gu;

/**
 * The words of a text in lower case, without punctuation. A fact reference is one word, as written.
 */
export function wordsOf(text: string): string[] {
  // Word processors insert invisible characters: soft hyphens and direction marks.
  const plain = text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase();
  return (plain.match(WORD) ?? []).map((word) => word.replace(/\s/g, ""));
}

/** The line of the file on which a token of a section stands. */
export function lineOf(token: Token | undefined): number {
  return token?.map?.[0] ?? 1;
}

/** The tokens of a section without its heading, for templates that write the heading themselves. */
export function tokensBelowHeading({ level, tokens }: Section): readonly Token[] {
  return level === 1 ? tokens : tokens.slice(tokens.findIndex(({ type }) => type === "heading_close") + 1);
}

/** The first link in a section that leads to another page. */
export function firstOutgoingLink({ tokens }: Section): Token | undefined {
  return tokens
    .flatMap(({ children }) => children ?? [])
    .find((token) => token.type === "link_open" && !token.attrGet("href")?.startsWith("#"));
}

/** The addresses of other sites that sections lead to, each once. */
export function outgoingLinks(sections: readonly Section[]): string[] {
  const addresses = allTokens(sections).flatMap(({ token }) =>
    token.type === "link_open" ? (token.attrGet("href") ?? []) : [],
  );
  return [...new Set(addresses)].filter((address) => /^https?:/i.test(address));
}

/** The tokens of all sections, with their lines. */
export function allTokens(sections: readonly Section[] = []): PlacedToken[] {
  return sections.flatMap(({ tokens }) => placedTokens(tokens));
}

export function allHeadings(sections: readonly Section[] = []): Heading[] {
  return sections.flatMap(({ headings }) => headings);
}

/** Adds the line to each token, and puts the children of a token after it. */
export function placedTokens(tokens: readonly Token[]): PlacedToken[] {
  return tokens.flatMap((token) => [
    { token, line: lineOf(token) },
    ...(token.children ?? []).map((child) => ({ token: child, line: lineOf(child) })),
  ]);
}

/** The line of the first text in a section, other than a heading. Undefined if there is none. */
export function firstTextLine({ tokens }: Section): number | undefined {
  const found = tokens.find(
    ({ type, content }, index) =>
      TEXT_BLOCKS.has(type) ||
      (type === "inline" && tokens[index - 1]?.type !== "heading_open" && content.trim() !== ""),
  );
  return found && lineOf(found);
}

/**
 * The same sections with other anchors, such as those of a translation's source.
 * @param anchors one for each heading, in order; further headings keep their own
 */
export function withAnchors(sections: readonly Section[], anchors: readonly string[]): Section[] {
  let position = 0;
  return sections.map((section) => {
    const tokens = section.tokens.map((token) => {
      if (token.type !== "heading_open") return token;
      const id = anchors[position++];
      return id === undefined ? token : withId(token, id);
    });
    return sectionOf(tokens, section.lines, section.line);
  });
}

function withId(token: Token, id: string): Token {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token);
  copy.attrs = [["id", id]];
  return copy;
}

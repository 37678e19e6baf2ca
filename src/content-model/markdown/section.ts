import type { Token } from "markdown-it";
import { plainText } from "./inline-text.ts";
import { parseMarkdown } from "./markdown.ts";

/** A part of a page: a `##` heading with what stands below it, or what stands above the first of them. */
export interface Section {
  /** The anchor of its heading; empty for the first, which has none. */
  id: string;
  /** 2; of the first, which stands directly under the page's title, 1. */
  level: 1 | 2;
  /** The words of its heading; empty for the first. */
  label: string;
  /** The file's line on which it starts. */
  line: number;
  /** As written, its heading included. */
  lines: readonly string[];
  /** Its own heading and those below it. */
  headings: readonly Heading[];
  /** What the parser made of it, its heading included; every `map` has lines of the file. */
  tokens: readonly Token[];
  /** Its words without case and punctuation, and between them its shape: see {@link wordsIn}. */
  words: readonly string[];
}

export interface Heading {
  level: number;
  text: string;
  /** Its anchor. */
  id: string;
  line: number;
  /** Whether it holds a reference to a fact. */
  hasFact: boolean;
}

/** A token with the file's line on which it stands. */
export interface PlacedToken {
  token: Token;
  line: number;
}

/** The parts of a page's Markdown, in order. The first has no heading and may be empty. */
export function readSections(markdown: string, firstLine: number): Section[] {
  const tokens = parseMarkdown(markdown, firstLine);
  const lines = markdown.split("\n");
  const starts = [0, ...tokens.flatMap((token, index) => (beginsSection(token) ? [index] : []))];
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

/** The only answer to the question what a section is: an `h2` that stands in no list and no quotation begins one. */
function beginsSection({ type, tag, level }: Token): boolean {
  return type === "heading_open" && tag === "h2" && level === 0;
}

function sectionOf(tokens: readonly Token[], lines: readonly string[], line: number): Section {
  const headings = headingsOf(tokens);
  const [first] = tokens;
  const heading = first && beginsSection(first) ? headings[0] : undefined;
  return {
    id: heading?.id ?? "",
    level: heading ? 2 : 1,
    label: heading?.text ?? "",
    line,
    lines,
    headings,
    tokens,
    words: tokens.flatMap(wordsIn),
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

/**
 * The words of a token; of one that begins or ends a heading, list or table its name in angle brackets, `<h2>`. The
 * addresses of links follow the words that hold them, `</prenota/>`.
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

/** A reference to a fact, a word or number, or a sign that is read as a word. */
const WORD = /\{\{.*?\}\}|[\p{L}\p{M}\p{N}]+|[\p{Sc}%‰]/gu;

/** The words of a text in lower case, without punctuation. A reference to a fact is one word, as written. */
export function wordsOf(text: string): string[] {
  // Word processors leave invisible characters: soft hyphens, marks of direction.
  const plain = text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase();
  return (plain.match(WORD) ?? []).map((word) => word.replace(/\s/g, ""));
}

/** The file's line on which a token of a section stands. */
export function lineOf(token: Token | undefined): number {
  return token?.map?.[0] ?? 1;
}

/** The tokens of a section below its own heading: what a template draws that writes the heading itself. */
export function tokensBelow({ level, tokens }: Section): readonly Token[] {
  return level === 1 ? tokens : tokens.slice(tokens.findIndex(({ type }) => type === "heading_close") + 1);
}

/** A section's first link that leaves the page. */
export function linkAway({ tokens }: Section): Token | undefined {
  return tokens
    .flatMap(({ children }) => children ?? [])
    .find((token) => token.type === "link_open" && !token.attrGet("href")?.startsWith("#"));
}

/** The tokens of all sections, with their lines. */
export function everyToken(sections: readonly Section[] = []): PlacedToken[] {
  return sections.flatMap(({ tokens }) => placedTokens(tokens));
}

/** All headings, in order. */
export function everyHeading(sections: readonly Section[] = []): Heading[] {
  return sections.flatMap(({ headings }) => headings);
}

/** Tokens with their lines, each that holds a text followed by what it is made of. */
export function placedTokens(tokens: readonly Token[]): PlacedToken[] {
  return tokens.flatMap((token) => [
    { token, line: lineOf(token) },
    ...(token.children ?? []).map((child) => ({ token: child, line: lineOf(child) })),
  ]);
}

/** The line of the first thing to read in a section that is no heading; undefined when there is none. */
export function firstTextLine({ tokens }: Section): number | undefined {
  const found = tokens.find(
    ({ type, content }, index) =>
      TEXT_BLOCKS.has(type) ||
      (type === "inline" && tokens[index - 1]?.type !== "heading_open" && content.trim() !== ""),
  );
  return found && lineOf(found);
}

/**
 * The same sections under other anchors: those of a translation's source.
 * @param anchors of all headings, in order; a heading beyond the list keeps its own.
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

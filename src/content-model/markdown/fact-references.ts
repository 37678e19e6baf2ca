import type MarkdownIt from "markdown-it";
import type { StateBlock, StateInline, Token } from "markdown-it";

/**
 * The facts that editors can refer to with `{{name}}` or `{{name:id}}`. `place` says where each is
 * allowed (a symbol only at the start of a paragraph or list item); `of` says what its id names.
 */
export const FACTS = {
  ente: { place: "inline", of: undefined },
  telefono: { place: "inline", of: "contact" },
  "telefono-internazionale": { place: "inline", of: "contact" },
  orari: { place: "inline", of: "contact" },
  simbolo: { place: "start", of: "symbol" },
  linea: { place: "block", of: "contact" },
  calendario: { place: "block", of: "contact" },
  licenza: { place: "block", of: undefined },
  "dichiarazione-accessibilita": { place: "block", of: undefined },
  "pareri-pubblicati": { place: "block", of: undefined },
} as const satisfies Record<
  string,
  { place: "inline" | "start" | "block"; of: "contact" | "symbol" | undefined }
>;

export type FactName = keyof typeof FACTS;

type NameOf<Of> = { [Name in FactName]: (typeof FACTS)[Name]["of"] extends Of ? Name : never }[FactName];

/**
 * A valid reference: to a fact of the site, to a contact's fact by the contact's id, or to a symbol
 * by its name.
 */
export type FactReference =
  { name: NameOf<undefined>; id: undefined } | { name: NameOf<"contact" | "symbol">; id: string };

/**
 * A reference as written, whose name and id may be wrong. It is the `meta` of `fact_inline` and
 * `fact_block` tokens.
 */
export interface WrittenReference {
  name: string;
  id: string | undefined;
}

/** What rendering needs to know about the page. It is markdown-it's `env`. */
export interface PageContext {
  lang: string;
  /** The level of the heading above the text. Defaults to 1, the page's title. */
  headingLevel?: number;
  /** Ids of the terms explained so far, for a page that is rendered in parts. */
  explained?: Set<string>;
  /** The page's layout. On an easy page, the line breaks of the source are kept. */
  layout?: string;
}

/**
 * Turns a reference into HTML in the page's language.
 * @param headingLevel level for a heading in the result, one below the heading above the reference
 */
export type FactRenderer = (reference: FactReference, page: PageContext, headingLevel: number) => string;

const REFERENCE = /\{\{\s*([^{}:]*?)\s*(?::\s*([^{}]*?)\s*)?\}\}/y;

/**
 * True if the name exists, and has an id exactly when it needs one. It does not check that the id
 * exists.
 */
export function isFactReference(written: WrittenReference): written is FactReference {
  return isFactName(written.name) && (FACTS[written.name].of !== undefined) === (written.id !== undefined);
}

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

/** The reference in a token of type `fact_inline` or `fact_block`. */
export function writtenReference(token: Token): WrittenReference {
  const { name, id } = token.meta as WrittenReference;
  return { name, id };
}

/**
 * markdown-it plugin: parses references into `fact_inline` tokens, or into `fact_block` if a block
 * fact is alone on its line, and renders them with the given function. A wrong reference is shown
 * as written, because checks report it.
 */
export function factReferences(md: MarkdownIt, render: FactRenderer): void {
  md.block.ruler.before("paragraph", "fact_block", parseBlock, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.inline.ruler.before("emphasis", "fact_inline", parseInline);
  const renderToken = (tokens: Token[], index: number, _options: unknown, env: PageContext): string => {
    const token = tokens[index];
    if (token === undefined) return "";
    const written = writtenReference(token);
    return isFactReference(written)
      ? render(written, env, levelAbove(tokens.slice(0, index), env) + 1)
      : md.utils.escapeHtml(token.content);
  };
  md.renderer.rules["fact_block"] = renderToken;
  md.renderer.rules["fact_inline"] = renderToken;
}

function levelAbove(before: readonly Token[], { headingLevel = 1 }: PageContext): number {
  const heading = before.findLast(({ type }) => type === "heading_open");
  return heading ? Number(heading.tag.slice(1)) : headingLevel;
}

function parseBlock(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const source = state.src.slice(start, state.eMarks[startLine]).trimEnd();
  const match = matchAt(source, 0);
  if (match?.source !== source || !isBlockFact(match.name)) return false;
  if (silent) return true;
  const token = state.push("fact_block", "", 0);
  token.map = [startLine, startLine + 1];
  setReference(token, match);
  state.line = startLine + 1;
  return true;
}

function isBlockFact(name: string): boolean {
  return isFactName(name) && FACTS[name].place === "block";
}

function parseInline(state: StateInline, silent: boolean): boolean {
  const match = matchAt(state.src, state.pos);
  if (!match) return false;
  if (!silent) setReference(state.push("fact_inline", "", 0), match);
  state.pos += match.source.length;
  return true;
}

type Match = WrittenReference & { source: string };

function matchAt(text: string, position: number): Match | undefined {
  REFERENCE.lastIndex = position;
  const match = REFERENCE.exec(text);
  return match ? { source: match[0], name: match[1] ?? "", id: match[2] } : undefined;
}

function setReference(token: Token, { source, name, id }: Match): void {
  token.content = source;
  token.meta = { name, id };
}

import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import htmlBlock from "markdown-it/lib/rules_block/html_block.mjs";
import { slugify } from "../schemas/slug.ts";
import { factReferences, type FactRenderer } from "./fact-references.ts";
import { plainText } from "./inline-text.ts";

/**
 * Creates the parser and renderer for pages: CommonMark, tables, heading ids and fact references.
 * Raw HTML is marked for the checks, and rendered as text.
 * @param renderFact turns a reference into HTML, since the content model does not know the markup
 */
export function createMarkdown(renderFact: FactRenderer): MarkdownIt {
  return (
    new MarkdownIt({ html: true })
      // Editors do not mean code when they indent a line, and checks skip code.
      .disable("code")
      .use(htmlAsText)
      .use(headingIds)
      .use(factReferences, renderFact)
  );
}

const parser = createMarkdown(() => "")
  .use(inlineLines)
  .use(fileLines);

/**
 * Parses the Markdown of a page. This happens once: checks, comparisons and rendering all use these
 * tokens.
 * @param firstLine line of the file on which the text starts
 * @returns tokens, including inline ones, whose `map` has line numbers of the file, starting at 1
 */
export function parseMarkdown(text: string, firstLine: number): Token[] {
  return parser.parse(text, { firstLine });
}

/** Parses a text that is shown without markup, to find markup in it. */
export function parseLine(text: string): Token[] {
  return parser.parseInline(text, {}).flatMap(({ children }) => children ?? []);
}

/**
 * markdown-it plugin: marks HTML within a line with `html_inline`, and the start of an HTML block
 * with an `html_block` that renders nothing. The text in such a block is parsed and rendered as
 * usual, so that HTML hides no other mistake.
 */
function htmlAsText(md: MarkdownIt): void {
  const mark: typeof htmlBlock = (state, startLine, endLine, silent) => {
    const found = htmlBlock(state, startLine, endLine, silent);
    if (silent || !found) return found;
    state.line = startLine;
    return false;
  };
  md.block.ruler.at("html_block", mark, { alt: ["paragraph", "reference", "blockquote"] });
  md.renderer.rules.html_block = () => "";
  md.renderer.rules.html_inline = (tokens, index) => md.utils.escapeHtml(tokens[index]?.content ?? "");
}

/** markdown-it plugin: gives each heading the `id` that {@link slugify} makes from its words. */
function headingIds(md: MarkdownIt): void {
  md.core.ruler.push("heading_ids", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      const inline = tokens[index + 1];
      if (token.type === "heading_open" && inline) token.attrSet("id", slugify(plainText(inline)));
    }
  });
}

/**
 * markdown-it plugin: gives inline tokens a `map`, which the parser leaves null, relative to their
 * parent's first line.
 */
function inlineLines(md: MarkdownIt): void {
  md.inline.State = class extends md.inline.State {
    override push(...parameters: Parameters<MarkdownIt["inline"]["State"]["prototype"]["push"]>): Token {
      return this.#mark(super.push(...parameters));
    }

    override pushPending(): Token {
      return this.#mark(super.pushPending());
    }

    #mark(token: Token): Token {
      let line = 0;
      for (let end = this.src.indexOf("\n"); end !== -1 && end < this.pos; line++)
        end = this.src.indexOf("\n", end + 1);
      token.map = [line, line + 1];
      return token;
    }
  };
}

/**
 * markdown-it plugin: turns every `map` into lines of the file. A closing token gets the last line
 * above it.
 */
function fileLines(md: MarkdownIt): void {
  md.core.ruler.push("file_lines", ({ tokens, env }) => {
    const { firstLine = 1 } = (env ?? {}) as { firstLine?: number };
    let last: [number, number] = [firstLine, firstLine + 1];
    for (const token of tokens) {
      if (token.map) last = [firstLine + token.map[0], firstLine + token.map[1]];
      token.map = last;
      for (const child of token.children ?? []) {
        const line = last[0] + (child.map?.[0] ?? 0);
        child.map = [line, line + 1];
      }
    }
  });
}

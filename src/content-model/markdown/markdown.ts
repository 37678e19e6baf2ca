import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import htmlBlock from "markdown-it/lib/rules_block/html_block.mjs";
import { slugify } from "../schemas/slug.ts";
import { factReferences, type FactRenderer } from "./fact-references.ts";
import { plainText } from "./inline-text.ts";

/**
 * The Markdown of the pages: CommonMark and tables, heading ids, fact references. Raw HTML is found, for the checks, and
 * drawn as the text that it is.
 * @param renderFact turns a reference into HTML; the model parses and checks references, it does not know their markup.
 */
export function createMarkdown(renderFact: FactRenderer): MarkdownIt {
  return (
    new MarkdownIt({ html: true })
      // Editors indent a line without meaning code, and what is code no check reads.
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
 * Parses the Markdown of a page, once: whoever checks, compares or draws the page takes these tokens.
 * @param firstLine the file's line on which the text starts.
 * @returns tokens whose `map` has lines of the file, the first being 1; those within a line have one too.
 */
export function parseMarkdown(text: string, firstLine: number): Token[] {
  return parser.parse(text, { firstLine });
}

/**
 * markdown-it plugin: marks where HTML stands, within a line by `html_inline` and around a block by an `html_block` that
 * draws nothing. What stands in a block is parsed and drawn like everything else, so that HTML hides no other mistake.
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

/** markdown-it plugin: each heading gets the `id` that {@link slugify} makes of its words. */
function headingIds(md: MarkdownIt): void {
  md.core.ruler.push("heading_ids", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      const inline = tokens[index + 1];
      if (token.type === "heading_open" && inline) token.attrSet("id", slugify(plainText(inline)));
    }
  });
}

/** markdown-it plugin: gives inline tokens a `map` too, relative to the text that holds them. The parser leaves it null. */
function inlineLines(md: MarkdownIt): void {
  md.inline.State = class extends md.inline.State {
    override push(...parameters: Parameters<MarkdownIt["inline"]["State"]["prototype"]["push"]>): Token {
      return this.#mark(super.push(...parameters));
    }

    override pushPending(): Token {
      return this.#mark(super.pushPending());
    }

    #mark(token: Token): Token {
      const line = this.src.slice(0, this.pos).split("\n").length - 1;
      token.map = [line, line + 1];
      return token;
    }
  };
}

/** markdown-it plugin: makes every `map` one of the file's lines. A token that closes another has the last line above it. */
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

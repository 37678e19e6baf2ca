import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { PageContext } from "../content-model/markdown/fact-references.ts";

/** markdown-it plugin: on an easy page each line of the source, which holds one sentence, stays a line of its own. */
export function sentenceLines(md: MarkdownIt): void {
  md.renderer.rules.softbreak = (_tokens: Token[], _index, _options, { layout }: PageContext) =>
    layout === "easy" ? "<br>\n" : "\n";
}

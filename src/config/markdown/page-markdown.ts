import type { MarkdownIt } from "markdown-it";
import type { PageContext } from "../../content-model/markdown/fact-references.ts";
import { createMarkdown } from "../../content-model/markdown/markdown.ts";
import type { Page } from "../../content-model/reading/page.ts";
import type { Build } from "../build.ts";
import type { ComponentRenderer } from "./components.ts";
import { createFactRenderer } from "./facts.ts";
import { createGlossaryRenderer, explainTerms } from "./glossary.ts";
import { localLinks } from "./local-links.ts";
import { renderTokens } from "./render-tokens.ts";
import { wideTables } from "./tables.ts";

/**
 * Creates the Markdown renderer for the pages of a build, which takes the content model's tokens.
 */
export function createPageMarkdown(build: Build, component: ComponentRenderer): MarkdownIt {
  return createMarkdown(createFactRenderer(build, component))
    .use(localLinks, build)
    .use(sentenceLines)
    .use(wideTables, build)
    .use(explainTerms, createGlossaryRenderer(build, component));
}

/** markdown-it plugin: keeps the line breaks of an easy page, which has one sentence per line. */
function sentenceLines({ renderer }: MarkdownIt): void {
  renderer.rules.softbreak = (_tokens, _index, _options, { layout }: PageContext) =>
    layout === "easy" ? "<br>\n" : "\n";
}

/** Renders the Markdown below a page's front matter. */
export function renderPage(markdown: MarkdownIt, { sections, lang, data }: Page): string {
  const tokens = sections.flatMap((section) => section.tokens);
  return renderTokens(markdown, tokens, { lang, layout: data.layout });
}

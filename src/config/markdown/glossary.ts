import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { PageContext } from "../../content-model/markdown/fact-references.ts";
import { createTermFinder } from "../../content-model/markdown/find-terms.ts";
import { isRunningText, ownWords } from "../../content-model/markdown/inline-text.ts";
import type { Glossary } from "../../content-model/schemas/glossary.ts";
import { memoize } from "../../shared/memoize.ts";
import type { Build } from "../build.ts";
import { sourceLanguage } from "../language/languages.ts";
import type { ComponentRenderer } from "./components.ts";

/** The terms of each language, and a function that renders their explanations. */
interface GlossaryRenderer {
  glossary: (lang: string) => Glossary;
  render: (ids: readonly string[], lang: string) => string;
}

/**
 * Renders terms with the `glossary` component. In other languages, the Italian term is shown too,
 * because offices use it.
 */
export function createGlossaryRenderer(build: Build, component: ComponentRenderer): GlossaryRenderer {
  const glossary = (lang: string): Glossary => build.facts.glossary[lang] ?? {};
  return {
    glossary,
    render: memoize((ids: readonly string[], lang: string) => {
      const italian = lang === sourceLanguage(build) ? {} : glossary(sourceLanguage(build));
      const terms = ids.map((id) => ({ ...glossary(lang)[id], italian: italian[id]?.term }));
      return component("glossary", "glossary", { lang, terms });
    }),
  };
}

const BLOCK_ENDS = ["paragraph_close", "table_close"];

/**
 * markdown-it plugin: adds an explanation after each paragraph that contains the first use of a
 * term on the page. In a list, it is inside the item; for a table, below the table. Add it after
 * the plugins that render these blocks.
 */
export function explainTerms(md: MarkdownIt, { glossary, render }: GlossaryRenderer): void {
  const finderOf = memoize((lang: string) => createTermFinder(glossary(lang)));
  for (const type of BLOCK_ENDS) {
    const renderEnd = md.renderer.rules[type];
    md.renderer.rules[type] = (tokens, index, options, page: PageContext, self) => {
      const end = renderEnd?.(tokens, index, options, page, self) ?? self.renderToken(tokens, index, options);
      const terms = firstUses(blockBefore(tokens, index), page);
      return terms.length === 0 ? end : `${end}${render(terms, page.lang)}\n`;
    };
  }

  /** The terms in the tokens that the page has not explained yet. Marks them as explained. */
  function firstUses(block: readonly Token[], page: PageContext): string[] {
    const find = finderOf(page.lang);
    const explained = (page.explained ??= new Set());
    const texts = block.filter((token, index) => isRunningText(token, block[index - 1])).map(ownWords);
    const terms = [...new Set(texts.flatMap(find))].filter((id) => !explained.has(id));
    for (const id of terms) explained.add(id);
    return terms;
  }
}

/** The tokens between the end of the previous block and this one. */
function blockBefore(tokens: readonly Token[], end: number): Token[] {
  const before = tokens.slice(0, end);
  return before.slice(before.findLastIndex(({ type }) => BLOCK_ENDS.includes(type)) + 1);
}

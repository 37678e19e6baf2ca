import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Environment } from "nunjucks";
import type { PageContext } from "../content-model/markdown/fact-references.ts";
import { createTermFinder } from "../content-model/markdown/find-terms.ts";
import type { Glossary } from "../content-model/schemas/glossary.ts";
import { isRunningText, ownWords } from "../content-model/markdown/running-text.ts";
import { languageFilters } from "./filters/languages.ts";
import { renderComponent } from "./render-component.ts";
import type { Build } from "./build.ts";

/** What explaining terms knows of the page: markdown-it's `env`. */
export interface GlossaryContext extends PageContext {
  /** Ids of the terms that the page has explained so far, for a page that is rendered in parts. */
  explained?: Set<string>;
}

/** The terms of a language, and what they look like explained. */
export interface GlossaryRenderer {
  glossary: (lang: string) => Glossary;
  render: (ids: readonly string[], lang: string) => string;
}

/** Terms as the `glossary` component shows them; in another language with the Italian word, which offices say. */
export function createGlossaryRenderer(build: Build, environment: () => Environment): GlossaryRenderer {
  const { sourceLanguage } = languageFilters(build);
  const glossary = (lang: string): Glossary => build.facts.glossary[lang] ?? {};
  return {
    glossary,
    render(ids, lang) {
      const italian = lang === sourceLanguage() ? {} : glossary(sourceLanguage());
      const terms = ids.map((id) => ({ ...glossary(lang)[id], italian: italian[id]?.term }));
      return renderComponent(environment(), "glossary", "glossary", { lang, terms });
    },
  };
}

const BLOCK_ENDS = new Set(["paragraph_close", "table_close"]);

/**
 * markdown-it plugin: puts a `glossary` token after each paragraph (inside its list item, or after its table) that
 * holds the first use of terms on the page.
 */
export function explainTerms(md: MarkdownIt, { glossary, render }: GlossaryRenderer): void {
  md.core.ruler.push("glossary", (state) => {
    const page = state.env as GlossaryContext;
    const find = createTermFinder(glossary(page.lang));
    const explained = page.explained ?? new Set<string>();
    let waiting: string[] = [];
    state.tokens = state.tokens.flatMap((token, index, all) => {
      if (isRunningText(token, all[index - 1])) {
        const first = find(ownWords(token)).filter((id) => !explained.has(id));
        for (const id of first) explained.add(id);
        waiting.push(...first);
      }
      if (waiting.length === 0 || !BLOCK_ENDS.has(token.type)) return token;
      const terms = new state.Token("glossary", "", 0);
      terms.block = true;
      terms.meta = waiting;
      waiting = [];
      return [token, terms];
    });
  });
  md.renderer.rules["glossary"] = (tokens: Token[], index, _options, env: PageContext) => {
    const ids = tokens[index]?.meta as string[];
    return `${render(ids, env.lang)}\n`;
  };
}

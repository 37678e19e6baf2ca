import MarkdownIt from "markdown-it";
import { factReferences, type FactRenderer } from "./fact-references.ts";
import { headingIds } from "./headings.ts";

/**
 * The Markdown of the pages: CommonMark and tables, raw HTML off, heading ids, fact references.
 * @param renderFact turns a reference into HTML; the model parses and checks references, it does not know their markup.
 */
export function createMarkdown(renderFact: FactRenderer): MarkdownIt {
  return new MarkdownIt({ html: false }).use(headingIds).use(factReferences, renderFact);
}

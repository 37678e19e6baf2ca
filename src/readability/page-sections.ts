import type { Token } from "markdown-it";
import type { ContentPage } from "../content-model/reading/content-page.ts";
import { writtenReference } from "../content-model/markdown/fact-references.ts";
import { plainText } from "../content-model/markdown/headings.ts";
import { type PlacedToken, placedTokens } from "../content-model/markdown/placed-tokens.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";
import { factText } from "./fact-text.ts";
import { passage, type PageSection, type Passage, type Span } from "./passage.ts";

/** What comes before the first `##` heading: title, description, opening text. */
export const OPENING = "Inizio della pagina";

const LABELS = new Set(["heading_open", "th_open", "td_open"]);

/**
 * The text of a page in its sections, with the facts that references stand for. Blocks that the site draws by itself
 * (telephone line, licence, declaration) are not the page's own text and are left out.
 */
export function pageSections(page: ContentPage, facts: SiteFacts): PageSection[] {
  const sections: PageSection[] = [{ label: OPENING, line: 1, passages: frontMatterPassages(page) }];
  const tokens = placedTokens(page.body, page.bodyLine);
  for (const [index, { token, line }] of tokens.entries()) {
    if (token.type !== "inline") continue;
    const parent = tokens[index - 1]?.token;
    if (parent?.type === "heading_open" && parent.tag === "h2" && parent.level === 0) {
      sections.push({ label: plainText(token).trim(), line, passages: [] });
    }
    const kind = parent && LABELS.has(parent.type) ? "label" : "prose";
    sections.at(-1)?.passages.push(...inlinePassages(token, line, kind, facts));
  }
  return sections;
}

function frontMatterPassages({ data, dataLines }: ContentPage): Passage[] {
  const lineOf = (key: string): number => dataLines[key] ?? 1;
  const { title, navTitle, description } = data;
  const inactiveReason = data.layout === "service" ? data.inactiveReason : undefined;
  const changes = data.layout === "service" ? data.changes.map(({ text }) => text) : [];
  return [
    passage("label", title, lineOf("title")),
    ...(navTitle === undefined ? [] : [passage("label", navTitle, lineOf("navTitle"))]),
    passage("prose", description, lineOf("description")),
    ...(inactiveReason === undefined ? [] : [passage("prose", inactiveReason, lineOf("inactiveReason"))]),
    ...changes.map((text) => passage("label", text, lineOf("changes"))),
  ];
}

/** The text of an inline token; descriptions of images are labels of their own. */
function inlinePassages(inline: Token, line: number, kind: Passage["kind"], facts: SiteFacts): Passage[] {
  const fixed: Span[] = [];
  const images: PlacedToken[] = [];
  let text = "";
  for (const token of inline.children ?? []) {
    const start = text.length;
    if (token.type === "image") images.push({ token, line: line + (token.map?.[0] ?? 0) });
    else text += inlineText(token, facts);
    if (token.type === "fact_inline" || token.type === "code_inline") fixed.push({ start, end: text.length });
  }
  return [
    ...(text.trim() === "" ? [] : [passage(kind, text, line, fixed)]),
    ...images.map(({ token, line: imageLine }) => passage("label", token.content, imageLine)),
  ];
}

function inlineText(token: Token, facts: SiteFacts): string {
  switch (token.type) {
    case "softbreak":
    case "hardbreak":
      return "\n";
    case "fact_inline":
      return factText(writtenReference(token), facts);
    default:
      return token.content;
  }
}

import { firstTextLine, allTokens, allHeadings, type Heading } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { PartialPage } from "../reading/page.ts";
import type { Layout } from "../schemas/front-matter.ts";

/**
 * Checks the text of a page: that there is one if the layout needs it, that the site can show all
 * of it, and that its headings are in order.
 */
export function checkText(page: PartialPage): Problem[] {
  return [...checkBody(page), ...checkHtml(page), ...checkImages(page), ...checkHeadings(page)];
}

/** Layouts whose template adds no text. Without a text of its own, such a page would be empty. */
const NEED_BODY: readonly (Layout | undefined)[] = ["service", "news", "office", "page", "easy"];

function checkBody({ file, layout, sections }: PartialPage): Problem[] {
  if (!sections || !NEED_BODY.includes(layout)) return [];
  if (sections.some((section) => firstTextLine(section) !== undefined)) return [];
  const message = "la pagina è vuota: ci vuole un testo sotto l'intestazione; qui non c'è niente";
  return [{ file, line: sections[0]?.line ?? 1, message }];
}

/**
 * Finds raw HTML, which would be shown as text. Reports one problem per line or block, because a
 * tag and its end tag are one mistake.
 */
function checkHtml({ file, sections }: PartialPage): Problem[] {
  const tags = allTokens(sections).filter(({ token }) => token.type.startsWith("html_"));
  return tags
    .filter(({ line }, index) => tags.slice(0, index).every(({ token }) => line >= (token.map?.[1] ?? 0)))
    .map(({ token, line }) => {
      const found = quote(token.content.trim().split("\n")[0] ?? "");
      return { file, line, message: `HTML non ammesso: ci vogliono solo testo e Markdown; qui c'è ${found}` };
    });
}

/** Finds images. Pages cannot have images yet, and nothing would be published at their address. */
function checkImages({ file, sections }: PartialPage): Problem[] {
  return allTokens(sections)
    .filter(({ token }) => token.type === "image")
    .map(({ token, line }) => {
      const written = quote(`![${token.content}](${token.attrGet("src") ?? ""})`);
      const message = `immagine: ci vuole un testo, perché il sito non ha ancora un posto per le immagini; qui c'è ${written}`;
      return { file, line, message };
    });
}

/**
 * Checks that no heading is an H1, that no level is skipped, and that each heading has a text and
 * is unique.
 */
function checkHeadings({ file, sections }: PartialPage): Problem[] {
  const headings = allHeadings(sections);
  return headings.flatMap((heading, index) => {
    const messages = [
      levelError(heading, headings[index - 1]),
      ...wordErrors(heading, headings.slice(0, index)),
    ];
    return messages.flatMap((message) =>
      message === undefined ? [] : [{ file, line: heading.line, message }],
    );
  });
}

function levelError({ level, text }: Heading, previous: Heading | undefined): string | undefined {
  if (level === 1) {
    return `due titoli principali: ci vuole solo «title» nell'intestazione; qui c'è anche «# ${text}», usa ## per una parte della pagina`;
  }
  // Treat a wrong H1 as the H2 that it should have been.
  const deepest = (previous ? Math.max(previous.level, 2) : 1) + 1;
  if (level <= deepest) return undefined;
  return `livello saltato: ci vuole un titolo con ${"#".repeat(deepest)}; qui c'è ${quote(text)} con ${"#".repeat(level)}`;
}

function wordErrors({ id, text, hasFact }: Heading, before: readonly Heading[]): string[] {
  if (hasFact) return [`titolo ${quote(text)}: ci vogliono solo parole; qui c'è un riferimento tra graffe`];
  if (id === "" || text === "")
    return ["titolo vuoto: ci vuole un testo dopo i cancelletti; qui non c'è niente"];
  const twin = before.find((other) => other.id === id || other.text === text);
  if (!twin) return [];
  return [
    `titolo ripetuto: ci vuole un titolo diverso per ogni parte; ${quote(text)} c'è già alla riga ${twin.line}`,
  ];
}

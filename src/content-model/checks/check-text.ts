import { firstTextLine, everyToken, everyHeading, type Heading } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { DraftPage } from "../reading/page.ts";
import type { Layout } from "../schemas/front-matter.ts";

/** A page has a text where it lives by it, with nothing in it that the site cannot show, under headings in order. */
export function checkText(page: DraftPage): Problem[] {
  return [...checkBody(page), ...checkHtml(page), ...checkImages(page), ...checkHeadings(page)];
}

/** Layouts whose template adds nothing to read: without a body the page would be bare. */
const NEED_BODY: readonly (Layout | undefined)[] = ["service", "news", "office", "page", "easy"];

/** A page that lives by its text has some. */
function checkBody({ file, layout, sections }: DraftPage): Problem[] {
  if (!sections || !NEED_BODY.includes(layout)) return [];
  if (sections.some((section) => firstTextLine(section) !== undefined)) return [];
  const message = "la pagina è vuota: ci vuole un testo sotto l'intestazione; qui non c'è niente";
  return [{ file, line: sections[0]?.line ?? 1, message }];
}

/** Raw HTML would be shown as text: tags, comments, blocks. One problem a line or block: a tag and its end are one mistake. */
function checkHtml({ file, sections }: DraftPage): Problem[] {
  const tags = everyToken(sections).filter(({ token }) => token.type.startsWith("html_"));
  return tags
    .filter(({ line }, index) => tags.slice(0, index).every(({ token }) => line >= (token.map?.[1] ?? 0)))
    .map(({ token, line }) => {
      const found = quote(token.content.trim().split("\n")[0] ?? "");
      return { file, line, message: `HTML non ammesso: ci vogliono solo testo e Markdown; qui c'è ${found}` };
    });
}

/** Pages have no images yet: an address among the pages would be none. */
function checkImages({ file, sections }: DraftPage): Problem[] {
  return everyToken(sections)
    .filter(({ token }) => token.type === "image")
    .map(({ token, line }) => {
      const written = quote(`![${token.content}](${token.attrGet("src") ?? ""})`);
      const message = `immagine: ci vuole un testo, perché il sito non ha ancora un posto per le immagini; qui c'è ${written}`;
      return { file, line, message };
    });
}

/** The title is the only H1; below it headings start at `##`, skip no level, and have words of their own. */
function checkHeadings({ file, sections }: DraftPage): Problem[] {
  const headings = everyHeading(sections);
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
  // A wrong H1 stands for the H2 that it should have been.
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

import type { DraftPage } from "../reading/page.ts";
import { everyHeading, type Heading } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";

/** The title is the only H1; below it headings start at `##`, skip no level, and have words of their own. */
export function checkHeadings({ file, sections }: DraftPage): Problem[] {
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

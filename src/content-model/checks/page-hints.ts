import type { Token } from "markdown-it";
import { plainText } from "../markdown/inline-text.ts";
import { lineOf } from "../markdown/section.ts";
import { writtenAddresses, writtenTaxCodes } from "../markdown/written-addresses.ts";
import type { Finding, Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { PartialPage } from "../reading/page.ts";
import { frontMatterTexts } from "../translations/page-texts.ts";

/** Warns about what a page may say, but probably should not say in this way. */
export function pageHints(page: PartialPage): Problem[] {
  const inline = (page.sections ?? []).flatMap(({ tokens }) =>
    tokens.filter(({ type }) => type === "inline"),
  );
  const texts = [
    ...frontMatterTexts(page),
    ...inline.map((token) => ({ text: plainText(token), line: lineOf(token) })),
  ];
  const findings = [...inline.flatMap(addressHints), ...texts.flatMap(personalData)];
  return findings.map((finding) => ({ file: page.file, ...finding }));
}

/** Finds addresses that nobody can select, and e-mail links that hide their address. */
function addressHints({ children }: Token): Finding[] {
  const tokens = children ?? [];
  let links = 0;
  return tokens.flatMap((token, index) => {
    links += token.type === "link_open" || token.type === "link_close" ? token.nesting : 0;
    const line = lineOf(token);
    if (token.type === "link_open")
      return hiddenMail(token, tokens[index + 1]).map((hint) => ({ line, ...hint }));
    if (token.type !== "text" || links > 0) return [];
    return writtenAddresses(token.content).map(({ text }) => {
      const address = text.includes("@") || text.startsWith("http") ? text : `https://${text}`;
      const message = `indirizzo che non si può scegliere: ci vuole un collegamento, ${quote(`<${address}>`)} oppure [testo](indirizzo); qui c'è ${quote(text)}`;
      return { line, message };
    });
  });
}

function hiddenMail(link: Token, words: Token | undefined): Omit<Finding, "line">[] {
  const [, address] = /^mailto:([^?]+)/.exec(link.attrGet("href") ?? "") ?? [];
  if (address === undefined || words?.content.includes("@")) return [];
  const message = `indirizzo e-mail nascosto: ci vuole anche l'indirizzo, ${quote(`<${address}>`)}, per chi lo copia; qui c'è solo ${quote(words?.content ?? "")}`;
  return [{ message }];
}

function personalData({ text, line }: { text: string; line: number }): Finding[] {
  return writtenTaxCodes(text).map((found) => {
    const message = `dato personale: ci vuole un testo senza codici fiscali di persone; qui c'è ${quote(found.text)}`;
    return { line, message };
  });
}

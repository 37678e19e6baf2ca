import type { DraftPage } from "../reading/draft-page.ts";
import { everyToken } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";

/** Raw HTML would be shown as text: tags, comments, blocks. One problem a line: a tag and its end are one mistake. */
export function checkHtml({ file, sections }: DraftPage): Problem[] {
  const tags = everyToken(sections).filter(({ token }) => token.type.startsWith("html_"));
  return tags
    .filter(({ line }, index) => tags.findIndex((other) => other.line === line) === index)
    .map(({ token, line }) => {
      const found = quote(token.content.trim().split("\n")[0] ?? "");
      return { file, line, message: `HTML non ammesso: ci vogliono solo testo e Markdown; qui c'è ${found}` };
    });
}

import type { Token } from "markdown-it";
import { plainText } from "../markdown/inline-text.ts";
import { lineOf } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { PartialPage } from "../reading/page.ts";

const PRIVACY = "/privacy/";

/** How the privacy notice says that the authority still has to fill something in. */
const BLANK = /\bdeve ancora (?:decidere|dire|indicare|scrivere)\b/i;

/**
 * Warns about each blank of the Italian privacy notice, such as how long posts are kept, until the
 * authority has filled it in. Where a list follows, each of its items is one.
 */
export function privacyBlanks({ file, url, sections = [] }: PartialPage): Problem[] {
  if (url !== PRIVACY) return [];
  return sections.flatMap(({ tokens }) =>
    tokens.flatMap((token, index) =>
      token.type === "inline" && BLANK.test(plainText(token))
        ? blanks(tokens, index).map((blank) => warning(file, blank))
        : [],
    ),
  );
}

/** The items of the list below a paragraph, or the paragraph itself. */
function blanks(tokens: readonly Token[], index: number): Token[] {
  const list = tokens[index + 2];
  if (list?.type !== "bullet_list_open") return tokens.slice(index, index + 1);
  const rest = tokens.slice(index + 2);
  const end = rest.findIndex(({ type, level }) => type === "bullet_list_close" && level === list.level);
  return rest.slice(0, end).filter(({ type }) => type === "inline");
}

function warning(file: string, blank: Token): Problem {
  const message = `informativa da completare: prima di pubblicare ci vuole quello che l'ente ha deciso; qui c'è ancora ${quote(plainText(blank))}`;
  return { file, line: lineOf(blank), message };
}

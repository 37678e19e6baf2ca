import nunjucks from "nunjucks";

/** HTML that templates print without `| safe`, even after passing it to a component. */
export type Html = nunjucks.runtime.SafeString;

/** Marks a text as HTML: https://mozilla.github.io/nunjucks/api.html#autoescaping */
export function safeHtml(html: string): Html {
  return new nunjucks.runtime.SafeString(html);
}

/** Escapes a text for use in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

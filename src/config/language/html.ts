import nunjucks from "nunjucks";

/**
 * HTML that templates print as it is, without `| safe`, also where they hand it on to a component.
 */
export type Html = nunjucks.runtime.SafeString;

/** Says of a text that it is HTML: https://mozilla.github.io/nunjucks/api.html#autoescaping */
export function safeHtml(html: string): Html {
  return new nunjucks.runtime.SafeString(html);
}

/** Text as HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

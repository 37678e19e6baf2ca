import { createHash } from "node:crypto";

const STYLE_ELEMENT = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;

/**
 * Lists the sources that allow a page's inlined style sheets in a content security policy.
 * @returns `'sha256-…'` for each style sheet, without duplicates
 * @see https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
export function inlineStyleHashes(html: string): string[] {
  const hashes = Array.from(
    html.matchAll(STYLE_ELEMENT),
    ([, css = ""]) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`,
  );
  return [...new Set(hashes)];
}

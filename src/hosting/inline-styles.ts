import { createHash } from "node:crypto";

const STYLE_ELEMENT = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;

/**
 * The sources that let a content security policy allow the style sheets inlined in a page.
 * @returns `'sha256-…'` for each, without repetition
 * @see https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
export function inlineStyleHashes(html: string): string[] {
  const hashes = Array.from(
    html.matchAll(STYLE_ELEMENT),
    ([, css = ""]) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`,
  );
  return [...new Set(hashes)];
}

/** A page's source in its parts; with an error (Italian) when the front matter cannot be told from the body. */
export type SplitSource =
  | { yaml: string; body: string; bodyLine: number }
  | { error: string; body: string | undefined; bodyLine: number };

const FENCE = /^---\s*$/;
const EXPECTED = "ci vuole l'intestazione della pagina tra due righe con tre trattini (---)";

/**
 * Splits a page at the lines of three dashes. Without front matter the whole file counts as body; with front matter
 * that is never closed there is no telling where the body starts.
 * @param source text with LF line ends.
 */
export function splitSource(source: string): SplitSource {
  const lines = source.split("\n");
  if (!FENCE.test(lines[0] ?? "")) {
    const found = source.trim() === "" ? "qui il file è vuoto" : "qui la prima riga è un'altra";
    return { error: `${EXPECTED}; ${found}`, body: source, bodyLine: 1 };
  }
  const close = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (close === -1) return { error: `${EXPECTED}; qui manca la seconda`, body: undefined, bodyLine: 1 };
  return {
    yaml: lines.slice(1, close).join("\n"),
    body: lines.slice(close + 1).join("\n"),
    bodyLine: close + 2,
  };
}

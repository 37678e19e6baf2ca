/**
 * The candidate that was probably meant. About a third of the letters may differ; case and accents
 * do not count. Undefined if no candidate is that close.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.includes(word)) return word;
  const limit = Math.ceil(word.length / 3);
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(fold(word), fold(candidate)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The Levenshtein distance, by the two-row method. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 0; row < a.length; row++) {
    const current = [row + 1];
    for (let column = 0; column < b.length; column++) {
      const substitution = (previous[column] ?? 0) + (b[column] === a[row] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

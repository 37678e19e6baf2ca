import type { DraftPage } from "../draft-page.ts";
import type { Problem } from "../problem.ts";
import { quote } from "../wording.ts";

/** The parts of a translation whose source has changed since. One that was never recorded is an error of its own. */
export function staleWarnings({ file, translation }: DraftPage): Problem[] {
  if (!translation?.follows) return [];
  const source = translation.source.file;
  return translation.stale.map(({ label, line }) => ({
    file,
    line,
    message: `il testo italiano è cambiato dopo la traduzione: ${quote(label)} di ${source}; che cosa è cambiato lo dice «npm run check:translations»`,
  }));
}

import type { StaleSection } from "../reading/content-page.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";

/**
 * The parts of a translated file whose source has changed since.
 * @param source the file that it translates.
 */
export function staleWarnings(file: string, source: string, stale: readonly StaleSection[]): Problem[] {
  return stale.map(({ label, line }) => ({
    file,
    line,
    message: `il testo italiano è cambiato dopo la traduzione: ${quote(label)} di ${source}; che cosa è cambiato lo dice «npm run check:translations»`,
  }));
}

/** That nobody recorded what a translated file follows: nobody would be told when that changes. */
export function notRecorded(file: string, line: number): Problem {
  const command = `npm run check:translations -- --accept ${file}`;
  return {
    file,
    line,
    message: `traduzione non registrata: ci vuole il testo italiano da cui viene; qui non c'è, scrivilo con «${command}»`,
  };
}

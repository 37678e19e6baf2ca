import type { Problem } from "../content-model/problems/problem.ts";

/** An e-mail address of the domain that stands for one that nobody has given yet. */
const PLACEHOLDER = /[\w.+-]+@[\w.-]+\.example\b/g;

/** A warning for each e-mail address in a document that reaches nobody. */
export function contactWarnings(file: string, text: string): Problem[] {
  return text.split("\n").flatMap((line, index) =>
    (line.match(PLACEHOLDER) ?? []).map((address) => ({
      file,
      line: index + 1,
      message: `prima di pubblicare il software ci vuole un indirizzo che qualcuno legge; qui c'è «${address}»`,
    })),
  );
}

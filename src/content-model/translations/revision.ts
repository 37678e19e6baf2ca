import { createHash } from "node:crypto";
import { z } from "zod";

/** First 12 hexadecimal digits of the SHA-256 of a text's words: not of where its lines are broken. */
export function revisionOf(text: string): string {
  const words = text.split(/\s+/).join(" ");
  return createHash("sha256").update(words).digest("hex").slice(0, 12);
}

/** A revision as a file of a translation records it. */
export const revision = z
  .string("una revisione di 12 cifre e lettere tra virgolette, come la scrive npm run check:translations")
  .regex(/^[0-9a-f]{12}$/);

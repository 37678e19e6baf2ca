import { z } from "zod";
import { listOf, slugText, text } from "./scalars.ts";

const entry = z.strictObject({
  /** The term as in the question "Che cosa vuol dire «presa in carico»?" */
  term: text,
  /** All forms of the term that pages use, in any case. */
  forms: listOf(text),
  /** One or two short sentences. */
  explanation: text,
});

/**
 * `glossary/<lang>.json`: difficult terms by id. A page explains each term where it first uses it.
 */
export const glossary = z.record(slugText, entry).superRefine((terms, context) => {
  const seen = new Set<string>();
  for (const [id, { forms }] of Object.entries(terms)) {
    for (const [index, form] of forms.entries()) {
      const name = form.toLowerCase();
      if (seen.has(name)) {
        const message = "ogni forma in un termine solo";
        context.addIssue({ code: "custom", path: [id, "forms", index], message, input: form });
      }
      seen.add(name);
    }
  }
});

export type Glossary = z.infer<typeof glossary>;

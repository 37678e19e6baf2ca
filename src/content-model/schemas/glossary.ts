import { z } from "zod";
import { listOf, slugText, text } from "./scalars.ts";

const entry = z.strictObject({
  /** The term as it is asked about: "Che cosa vuol dire «presa in carico»?" */
  term: text,
  /** Every form in which pages use it, in lower or upper case. */
  forms: listOf(text),
  /** One or two short sentences. */
  explanation: text,
});

/** `glossary/<lang>.json`: difficult terms by id, explained where a page first uses them. */
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

import * as z from "zod";
import { FIELD_CODES, PROBLEM_CODES } from "./refusal.ts";
import type { FieldError } from "./refusal.ts";

const sentence = z.string().trim().min(1);

/** What the handler cannot do without: a word for each refusal, and one for each thing that can be wrong with a field. */
const needed = z.enum([...PROBLEM_CODES, ...FIELD_CODES.map((code) => `field.${code}` as const), "title"]);

/**
 * The handler's words in one language, as the build wrote them from the interface strings: `<problem code>`,
 * `field.<field code>`, where a field has words of its own `<field>.<field code>`, and `title`, the heading of the
 * list of errors in the page that a refused form gets back.
 */
export const wordingSchema = z.looseRecord(needed, sentence).and(z.record(z.string(), sentence));
export type Wording = z.output<typeof wordingSchema>;

/** The sentence that tells a citizen what is wrong with a field. */
export function fieldMessage(wording: Wording, { field, code }: FieldError): string {
  return (field && wording[`${field}.${code}`]) ?? wording[`field.${code}`];
}

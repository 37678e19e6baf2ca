import * as z from "zod";
import type { Field } from "../../shared/feedback-contract.ts";

/** Why a request is refused, and the status that says so. */
const PROBLEM_STATUS = {
  unreadable: 400,
  "other-site": 403,
  "method-not-allowed": 405,
  "too-slow": 408,
  conflict: 409,
  "too-large": 413,
  "unsupported-type": 415,
  "invalid-fields": 422,
  "too-many": 429,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;
export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as ProblemCode[];

export const FIELD_CODES = [
  "required",
  "invalid",
  "unreadable",
  "too-long",
  "unknown-page",
  "wrong-language",
  "does-not-fit",
  "unknown-field",
] as const;
export type FieldCode = (typeof FIELD_CODES)[number];

/** What is wrong with one field; `field` is null when it is the post as a whole. */
export interface FieldError {
  field: Field | null;
  code: FieldCode;
}

/** What a refusal says besides its code. */
export interface RefusalDetails {
  errors?: readonly FieldError[];
  /** When to send the same again. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** Thrown by any step of the handler to end the request with a 4xx or 503. It never carries what was sent. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, { errors = [], retryAfterSeconds, cause }: RefusalDetails = {}) {
    super(code, { cause });
    this.code = code;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status(): number {
    return PROBLEM_STATUS[this.code];
  }
}

const sentence = z.string().trim().min(1);

/** What the handler cannot do without: a word for each refusal, and one for each thing that can be wrong with a field. */
const needed = z.enum([...PROBLEM_CODES, ...FIELD_CODES.map((code) => `field.${code}` as const), "title"]);

/**
 * The words of refusals in one language, as the build wrote them from the interface strings: `<problem code>`,
 * `field.<field code>`, where a field has words of its own `<field>.<field code>`, and `title`, the heading of the
 * list of errors in the page that a refused form gets back.
 */
export const wordingSchema = z.looseRecord(needed, sentence).and(z.record(z.string(), sentence));
export type Wording = z.output<typeof wordingSchema>;

/** The sentence that tells a citizen what is wrong with a field. */
export function fieldMessage(wording: Wording, { field, code }: FieldError): string {
  return (field && wording[`${field}.${code}`]) ?? wording[`field.${code}`];
}

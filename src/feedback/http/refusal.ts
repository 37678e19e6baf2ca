import * as z from "zod";
import type { Field } from "../../shared/feedback-contract.ts";

/** Each reason for refusing a request, with its HTTP status. */
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

/** What is wrong with one field. `field` is null if the post as a whole is wrong. */
export interface FieldError {
  field: Field | null;
  code: FieldCode;
}

/** What a refusal says besides its code. */
export interface RefusalDetails {
  errors?: readonly FieldError[];
  /** How long to wait before sending the same request again. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/**
 * Any step of the handler throws this to end a request with a 4xx or a 503. It never
 * contains what was sent.
 */
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

/** The texts that the handler needs: one for each refusal, one for each kind of field error. */
const requiredKeys = z.enum([
  ...PROBLEM_CODES,
  ...FIELD_CODES.map((code) => `field.${code}` as const),
  "title",
]);

/**
 * The texts of refusals in one language, which the build takes from the interface
 * texts. The keys are:
 * - `<problem code>`;
 * - `field.<field code>`;
 * - `<field>.<field code>`, for a field that has a text of its own;
 * - `title`, the heading of the list of errors on the page that a refused form gets back.
 */
export const wordingSchema = z.looseRecord(requiredKeys, sentence).and(z.record(z.string(), sentence));
export type Wording = z.output<typeof wordingSchema>;

/** The sentence that tells a citizen what is wrong with a field. */
export function fieldMessage(wording: Wording, { field, code }: FieldError): string {
  return (field && wording[`${field}.${code}`]) ?? wording[`field.${code}`];
}

import type { Field } from "../../shared/feedback-contract.ts";

/** Why a request is refused, and the status that says so. */
export const PROBLEM_STATUS = {
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

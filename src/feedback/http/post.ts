import * as z from "zod";
import {
  answersFor,
  FIELDS,
  MAX_COMMENT_LENGTH,
  NEGATIVE_ANSWERS,
  normalizeComment,
  POSITIVE_ANSWERS,
  RATINGS,
} from "../../shared/feedback-contract.ts";
import type { FeedbackManifest } from "./manifest.ts";
import type { PostFormat, RawFields } from "./parse-fields.ts";
import { FIELD_CODES, Refusal } from "./refusal.ts";
import type { FieldCode, FieldError } from "./refusal.ts";

/**
 * The messages of the schema are this project's codes. The text for the citizen is looked up
 * later, in the right language.
 */
function missingOr(code: FieldCode): (issue: { input?: unknown }) => FieldCode {
  return ({ input }) => (input === undefined || input === "" ? "required" : code);
}

const rating = z.literal(RATINGS, { error: missingOr("invalid") });

const answer = z
  .enum([...POSITIVE_ANSWERS, ...NEGATIVE_ANSWERS], { error: missingOr("invalid") })
  .nullish()
  .transform((code) => code ?? null);

const comment = z
  .string({ error: "invalid" })
  // Neither can be stored: Postgres has no NUL, and a lone surrogate is not a character.
  .refine((text) => text.isWellFormed() && !text.includes("\0"), { error: "unreadable", abort: true })
  .transform(normalizeComment)
  .refine((text) => text.length <= MAX_COMMENT_LENGTH, { error: "too-long" })
  .nullish()
  .transform((text) => (text === "" ? null : (text ?? null)));

/**
 * Only the format of a revision is checked. The page may have been open, or cached, while a new
 * version was published, and its rating still counts.
 */
const revision = (digits: number) =>
  z.string({ error: missingOr("invalid") }).regex(new RegExp(`^[0-9a-f]{${digits}}$`), {
    error: missingOr("invalid"),
  });

/** The script makes the id. A form has none, so the store makes one. */
const id = {
  json: z.uuid({ version: "v4", error: missingOr("invalid") }),
  form: z.undefined({ error: "unknown-field" }).optional(),
};

function postSchema({ pages }: FeedbackManifest, format: PostFormat) {
  const page = z
    .string({ error: missingOr("invalid") })
    .refine((path) => pages.has(path), { error: missingOr("unknown-page") });
  const lang = z.string({ error: missingOr("invalid") }).min(1, { error: "required" });

  return z
    .strictObject(
      {
        id: id[format],
        page,
        rating,
        answer,
        comment,
        lang,
        formVersion: revision(8),
        pageRevision: revision(12),
        sito_web: z.string({ error: "invalid" }).default(""),
      },
      { error: "unknown-field" },
    )
    .refine((post) => post.answer === null || answersFor(post.rating).includes(post.answer), {
      path: ["answer"],
      error: "does-not-fit",
      when: bothValid({ rating, answer }),
    })
    .refine((post) => pages.get(post.page)?.lang === post.lang, {
      path: ["lang"],
      error: "wrong-language",
      when: bothValid({ page, lang }),
    });
}

/**
 * Lets the check of two fields run whatever is wrong with the others, so that all
 * errors are reported at once.
 */
function bothValid(shape: z.ZodRawShape): (payload: { value: unknown }) => boolean {
  const schema = z.object(shape);
  return ({ value }) => schema.safeParse(value).success;
}

/**
 * A valid post. Before validation it is the body of a request, as `RawFields`; once masked it
 * becomes a `MaskedPost`, which the store keeps as a row. A form sends no `id`. `sito_web` is the
 * honeypot, which people leave empty.
 */
type Post = z.output<ReturnType<typeof postSchema>>;

/** @throws Refusal `invalid-fields`, naming every field that is not valid */
export type PostValidator = (fields: RawFields, format: PostFormat) => Post;

/** Makes the validator for the pages of one build. */
export function createPostValidator(manifest: FeedbackManifest): PostValidator {
  const schemas = { json: postSchema(manifest, "json"), form: postSchema(manifest, "form") };
  return (fields, format) => {
    const result = schemas[format].safeParse(fields);
    if (result.success) return result.data;
    throw new Refusal("invalid-fields", { errors: fieldErrors(result.error.issues) });
  };
}

/** The first error of each field. Names that the contract does not know are not repeated. */
function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const errors = new Map<FieldError["field"], FieldError>();
  for (const { path, message } of issues) {
    const field = FIELDS.find((name) => name === path[0]) ?? null;
    const code = FIELD_CODES.find((known) => known === message) ?? "invalid";
    if (!errors.has(field)) errors.set(field, { field, code });
  }
  return [...errors.values()];
}

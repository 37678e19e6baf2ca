import { z } from "zod";
import type { Problem } from "../problems/problem.ts";
import { oneOf, didYouMean, expectedAndFound, quote } from "../problems/wording.ts";
import type { SourceDocument, ValuePath } from "./source-document.ts";

/** The result of a check: either the data or the problems, never both. */
export type Checked<Data> = { data: Data; problems: readonly [] } | { data: undefined; problems: Problem[] };

/**
 * Checks a document against a schema. The schema's error texts and {@link expectedByCode} say what
 * is expected, as a noun phrase. The rest of the message is added here.
 */
export function checkSchema<Data>(schema: z.ZodType<Data>, document: SourceDocument): Checked<Data> {
  const result = schema.safeParse(document.value, { error: expectedByCode, reportInput: true });
  if (result.success) return { data: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) => issueProblems(schema, document, issue));
  return { data: undefined, problems };
}

const TYPES: Readonly<Record<string, string>> = {
  string: "un testo",
  number: "un numero",
  boolean: "true oppure false",
  array: "un elenco",
  object: "un gruppo di chiavi",
  record: "un gruppo di chiavi",
};

/** What was expected, by Zod's issue code. Used where the schema itself does not say. */
function expectedByCode(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type") return TYPES[issue.expected] ?? "un valore diverso";
  if (issue.code === "invalid_value") return oneOf(issue.values.map(String), "uno");
  if (issue.code === "too_small" && issue.origin === "array") return "almeno un elemento";
  return "un valore diverso";
}

function issueProblems(schema: z.ZodType, document: SourceDocument, issue: z.core.$ZodIssue): Problem[] {
  const { file } = document;
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => ({
      file,
      line: document.lineOf([...issue.path, key]),
      message: unknownKeyMessage(key, known),
    }));
  }
  return [
    {
      file,
      line: document.lineOf(issue.path),
      message: issueMessage(issue, valueAt(document.value, issue.path)),
    },
  ];
}

function unknownKeyMessage(key: string, known: readonly string[]): string {
  const hint = didYouMean(key, known);
  const expected = hint === "" ? `: ci vuole ${oneOf(known, "una")}` : "";
  return `chiave sconosciuta${expected}; qui c'è ${quote(key)}${hint}`;
}

function issueMessage(issue: z.core.$ZodIssue, value: unknown): string {
  // For an invalid record key, the inner issue says what is expected.
  const expected = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  if (issue.code === "invalid_key") return expectedAndFound("nome della chiave", expected, issue.path.at(-1));
  if (value === undefined) return `manca ${label(issue.path)}: ci vuole ${expected}`;
  const known = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const hint = typeof value === "string" ? didYouMean(value, known) : "";
  return `${expectedAndFound(label(issue.path), expected, value)}${hint}`;
}

/** `«topics», elemento 2` */
function label(path: ValuePath): string {
  const key = path.findLast((step) => typeof step === "string");
  const last = path.at(-1);
  const name = key === undefined ? "contenuto del file" : quote(key);
  return typeof last === "number" ? `${name}, elemento ${last + 1}` : name;
}

function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (parent, step) => (typeof parent === "object" && parent !== null ? Reflect.get(parent, step) : undefined),
    value,
  );
}

/** The keys that a schema allows in the object at a path. Empty if the schema has no fixed keys. */
function knownKeys(schema: z.core.$ZodType, path: ValuePath): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return knownKeys(schema.unwrap(), path);
  const [step, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (step === undefined)
      return Object.keys(schema.shape).filter((key) => !isForbidden(Reflect.get(schema.shape, key)));
    const child: unknown = Reflect.get(schema.shape, step);
    return child instanceof z.ZodType ? knownKeys(child, rest) : [];
  }
  if (schema instanceof z.ZodArray) return knownKeys(schema.element, rest);
  if (schema instanceof z.ZodRecord) return knownKeys(schema.valueType, rest);
  return [];
}

/** True for a key that the schema lists only to explain why it is not allowed. */
function isForbidden(schema: unknown): boolean {
  return schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodNever;
}

import { answersFor, isRating, NEGATIVE_ANSWERS, POSITIVE_ANSWERS } from "../../shared/feedback-contract.ts";
import { Refusal } from "./refusal.ts";

/** The formats of a post. The script sends JSON; without script, the browser sends a form. */
export type PostFormat = "json" | "form";

/** The values of the fields by name, as they were sent and before any validation. */
export type RawFields = Readonly<Record<string, unknown>>;

/**
 * Parses the body of a request.
 * @throws Refusal `unreadable` if it does not follow its format, or names a field twice
 */
export function parseFields(body: string, format: PostFormat): RawFields {
  try {
    return format === "json" ? parseJson(body) : parseForm(body);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("unreadable", { cause: error });
  }
}

function parseJson(body: string): RawFields {
  const value: unknown = JSON.parse(body);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Refusal("unreadable");
  const fields: RawFields = { ...value };
  // A valid post is flat. Nested values would also make the count of names wrong.
  if (Object.values(fields).some((field) => typeof field === "object" && field !== null)) {
    throw new Refusal("unreadable");
  }
  if (countNames(body) !== Object.keys(fields).length) throw new Refusal("unreadable");
  return fields;
}

/**
 * Counts the names in the text of a valid, flat JSON object. `JSON.parse` cannot tell, because it
 * keeps only the last of two equal names.
 */
function countNames(json: string): number {
  const strings = [...json.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/g)];
  return strings.filter(([, colon]) => colon === ":").length;
}

function parseForm(body: string): RawFields {
  const pairs = body
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [decodeFormText(name), decodeFormText(value.join("="))] as const;
    });
  const fields = new Map(pairs);
  if (fields.size !== pairs.length) throw new Refusal("unreadable");
  return typedFormFields(fields);
}

/**
 * Throws on a stray `%` and on bytes that are not UTF-8. `URLSearchParams` would
 * silently replace them.
 */
function decodeFormText(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

/**
 * Gives form values the types they have in JSON, and leaves out the fields that were left empty.
 */
function typedFormFields(form: ReadonlyMap<string, string>): RawFields {
  const fields: Record<string, unknown> = Object.fromEntries(form);
  const rating = /^\d$/.test(form.get("rating") ?? "") ? Number(form.get("rating")) : undefined;
  if (form.get("rating") === "") delete fields["rating"];
  if (isRating(rating)) fields["rating"] = rating;
  if (form.get("answer") === "" || isLeftOver(form.get("answer"), rating)) delete fields["answer"];
  return fields;
}

/**
 * True if the answer belongs to a follow-up that was hidden when the citizen changed the rating.
 */
function isLeftOver(answer: string | undefined, rating: number | undefined): boolean {
  const isAnswer = [...POSITIVE_ANSWERS, ...NEGATIVE_ANSWERS].some((code) => code === answer);
  return isAnswer && isRating(rating) && !answersFor(rating).some((code) => code === answer);
}

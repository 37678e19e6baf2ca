import { answersFor, isRating, NEGATIVE_ANSWERS, POSITIVE_ANSWERS } from "../../shared/feedback-contract.ts";
import { Refusal } from "./refusal.ts";

/** The two formats of a post: from the script, or from the bare form. */
export type PostFormat = "json" | "form";

/** Field values as they came, by name, before any validation. */
export type RawFields = Readonly<Record<string, unknown>>;

/**
 * Takes a body apart.
 * @throws Refusal `unreadable` when it does not follow its format, or names a field twice
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
  // A valid post is flat; nested values would also upset the count of names.
  if (Object.values(fields).some((field) => typeof field === "object" && field !== null)) {
    throw new Refusal("unreadable");
  }
  if (countNames(body) !== Object.keys(fields).length) throw new Refusal("unreadable");
  return fields;
}

/** How many names a valid, flat JSON object has in its text: `JSON.parse` keeps the last of two equal ones. */
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

/** Throws on a stray `%` and on bytes that are not UTF-8, which `URLSearchParams` would replace in silence. */
function decodeFormText(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

/** Gives form values the types they have in JSON, and leaves out what the form left empty. */
function typedFormFields(form: ReadonlyMap<string, string>): RawFields {
  const fields: Record<string, unknown> = Object.fromEntries(form);
  const rating = /^\d$/.test(form.get("rating") ?? "") ? Number(form.get("rating")) : undefined;
  if (form.get("rating") === "") delete fields["rating"];
  if (isRating(rating)) fields["rating"] = rating;
  if (form.get("answer") === "" || isLeftOver(form.get("answer"), rating)) delete fields["answer"];
  return fields;
}

/** Whether an answer belongs to a follow-up that was hidden again when the citizen changed the rating. */
function isLeftOver(answer: string | undefined, rating: number | undefined): boolean {
  const isAnswer = [...POSITIVE_ANSWERS, ...NEGATIVE_ANSWERS].some((code) => code === answer);
  return isAnswer && isRating(rating) && !answersFor(rating).some((code) => code === answer);
}

import { isPositive, isRating } from "../../shared/feedback-contract.ts";
import type { RawFields } from "./parse-fields.ts";
import { fieldMessage } from "./refusal.ts";
import type { Refusal, Wording } from "./refusal.ts";

/**
 * What to put into an element: more attributes, each after a space, and its content. Both are HTML.
 */
interface SlotContent {
  attributes?: string;
  content?: string;
}

const SLOT = / data-slot="([a-zA-Z0-9-]+)">/g;

/**
 * Fills in the page that a refused form gets back. It says what is wrong, and has the form as
 * the citizen left it. In the template, `data-slot="name"` is the last attribute in the start
 * tag of each element to fill.
 * @param template the built page
 * @param fields the post's fields, not validated
 * @param wording the texts in the language of the template
 */
export function fillRetryPage(
  template: string,
  fields: RawFields,
  refusal: Refusal,
  wording: Wording,
): string {
  const slots = new Map<string, SlotContent>([
    ["errors", { content: errorSummary(template, refusal, wording) }],
    ...["page", "lang", "formVersion", "pageRevision"].map(
      (name) => [name, valueSlot(fields[name])] as const,
    ),
    ...checkedSlots(fields),
    ["comment", { content: textareaContent(fields["comment"]) }],
  ]);
  return template.replace(SLOT, (_match, name: string) => {
    const { attributes = "", content = "" } = slots.get(name) ?? {};
    return `${attributes}>${content}`;
  });
}

/**
 * Makes a built page work at an address outside its site: what it links to and loads is
 * still taken from the site.
 * @param origin the site's origin
 */
export function withAbsoluteAddresses(page: string, origin: string): string {
  return page.replace(/( (?:href|src)="|url\()\/(?!\/)/g, `$1${origin}/`);
}

function valueSlot(value: unknown): SlotContent {
  return typeof value === "string" ? { attributes: ` value="${escapeHtml(value)}"` } : {};
}

function checkedSlots({ rating, answer }: RawFields): (readonly [string, SlotContent])[] {
  if (!isRating(rating)) return [];
  const polarity = isPositive(rating) ? "positive" : "negative";
  return [`rating-${rating}`, `answer-${polarity}-${String(answer)}`].map((name) => [
    name,
    { attributes: " checked" },
  ]);
}

/**
 * An HTML parser drops one line break at the start of a textarea. The extra one
 * saves the citizen's.
 */
function textareaContent(value: unknown): string {
  return typeof value === "string" ? `\n${escapeHtml(value)}` : "";
}

/** The summary takes the focus without a script, so that a screen reader starts with it. */
function errorSummary(template: string, refusal: Refusal, wording: Wording): string {
  const items = refusal.errors.map((error) => {
    const message = escapeHtml(fieldMessage(wording, error));
    const target = error.field && fieldId(template, error.field);
    return `<li>${target ? `<a href="#${target}">${message}</a>` : message}</li>`;
  });
  return [
    `<div class="alert alert-danger" role="alert" tabindex="-1" autofocus>`,
    `<h2 class="h5">${escapeHtml(wording.title)}</h2>`,
    `<p>${escapeHtml(wording[refusal.code])}</p>`,
    items.length > 0 ? `<ul>${items.join("")}</ul>` : "",
    "</div>",
  ].join("");
}

/** The id of a field's first control in the template, which the error links to. */
function fieldId(template: string, field: string): string | undefined {
  const [tag = ""] = new RegExp(`<[^<>]* data-slot="${field}(?:-[a-z0-9-]+)?">`).exec(template) ?? [];
  return tag.includes('type="hidden"') ? undefined : / id="([^"]+)"/.exec(tag)?.[1];
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\0": "",
};

function escapeHtml(text: string): string {
  return text.toWellFormed().replace(/[&<>"'\0]/g, (character) => ENTITIES[character] ?? character);
}

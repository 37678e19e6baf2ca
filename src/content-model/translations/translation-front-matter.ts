import { z } from "zod";
import { FRONT_MATTER, type FrontMatter, type Layout } from "../front-matter.ts";
import { localDate, text } from "../scalars.ts";
import { FACT_KEYS, TEXT_KEYS } from "./text-keys.ts";

/** The source's sections that a translation follows, each with its revision, in the order of the page. */
export type Follows = Readonly<Record<string, string>>;

const revision = z
  .string("una revisione di 12 cifre e lettere tra virgolette, come la scrive npm run check:translations")
  .regex(/^[0-9a-f]{12}$/);

const reviewers = z.object({ reviewedBy: z.unknown(), reviewedOn: z.unknown() }).partial();

const status = z
  .strictObject({
    follows: z.record(z.string(), revision).optional(),
    reviewedBy: text.optional(),
    reviewedOn: localDate.optional(),
  })
  .superRefine(
    (value, context) => {
      const { reviewedBy, reviewedOn } = reviewers.parse(value);
      if ((reviewedBy === undefined) === (reviewedOn === undefined)) return;
      const missing = reviewedBy === undefined ? "reviewedBy" : "reviewedOn";
      const message = "chi ha controllato la traduzione e quando, tutti e due";
      context.addIssue({ code: "custom", path: [missing], message, input: undefined });
    },
    { when: ({ value }) => reviewers.safeParse(value).success },
  );

/** What a translated page has in its front matter. */
export interface TranslatedTexts {
  title: string;
  description: string;
  navTitle?: string | undefined;
  serviceType?: string | undefined;
  audience?: string | undefined;
  inactiveReason?: string | undefined;
  /** The texts of the source's changes. */
  changes?: string[] | undefined;
  translation?: z.infer<typeof status> | undefined;
}

/**
 * The front matter of a translation: the texts that its source has, and no fact.
 * @param source the source's front matter as written, right or wrong.
 */
export function translationFrontMatter(layout: Layout, source: unknown): z.ZodType<TranslatedTexts> {
  const values = new Map<string, unknown>(Object.entries(source ?? {}));
  const like = (key: string) => (typeof values.get(key) === "string" ? text : notInSource(key));
  const changes = values.get("changes");
  const facts = FACT_KEYS.map((key) => [key, absent("questo fatto sta solo nella pagina italiana")] as const);
  return z.strictObject({
    title: text,
    description: FRONT_MATTER[layout].shape.description,
    navTitle: like("navTitle"),
    serviceType: like("serviceType"),
    audience: like("audience"),
    inactiveReason: like("inactiveReason"),
    changes: Array.isArray(changes) ? changeTexts(changes.length) : notInSource("changes"),
    translation: status.optional(),
    ...Object.fromEntries(facts),
  });
}

function notInSource(key: string) {
  return absent(`la pagina italiana non ha «${key}»`);
}

/** A key that must not be there. */
function absent(reason: string) {
  return z.never(`niente, perché ${reason}`).optional();
}

function changeTexts(count: number) {
  const expected = `un elenco di testi senza date, tanti quante le modifiche della pagina italiana (${count})`;
  return z.array(text, expected).length(count, expected);
}

/** A translation's whole front matter: the source's, with the translated texts in the place of its own. */
export function mergeFrontMatter(source: FrontMatter, texts: TranslatedTexts): FrontMatter | undefined {
  const own = TEXT_KEYS.filter((key) => texts[key] !== undefined).map((key) => [key, texts[key]] as const);
  const changes = "changes" in source && {
    changes: source.changes.map(({ date }, index) => ({ date, text: texts.changes?.[index] })),
  };
  return FRONT_MATTER[source.layout].safeParse({ ...source, ...Object.fromEntries(own), ...changes }).data;
}

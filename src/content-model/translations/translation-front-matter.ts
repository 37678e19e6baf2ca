import { z } from "zod";
import { memoize } from "../../shared/memoize.ts";
import { FRONT_MATTER, FRONT_MATTER_TEXTS, type FrontMatter } from "../schemas/front-matter.ts";
import { pastDate, text } from "../schemas/scalars.ts";
import { FACT_KEYS, TEXT_KEYS, type UntranslatedKey } from "../schemas/text-keys.ts";

const reviewers = z.object({ reviewedBy: z.unknown(), reviewedOn: z.unknown() }).partial();

const status = z
  .strictObject({
    // Any value is accepted. An invalid revision counts as not recorded: see read-translation.ts.
    follows: z.unknown(),
    reviewedBy: text.optional(),
    reviewedOn: pastDate.optional(),
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

/** The texts in a translation's front matter. */
export interface TranslatedTexts {
  title: string;
  description: string;
  navTitle?: string | undefined;
  serviceType?: string | undefined;
  audience?: string | undefined;
  inactiveReason?: string | undefined;
  /** The texts of the source's `changes`. */
  changes?: string[] | undefined;
  translation?: z.infer<typeof status> | undefined;
}

/**
 * The schema of a translation's front matter: the texts that its source has, and no facts.
 * @param source the source's front matter as written, which may be wrong
 * @param isStale true if the source has changed since; the translation may then lack or keep some
 *   texts
 */
export function translationFrontMatter(source: unknown, isStale: boolean): z.ZodType<TranslatedTexts> {
  const values = new Map<string, unknown>(Object.entries(source ?? {}));
  const changes = values.get("changes");
  return schemaLike(
    OPTIONAL_TEXTS.filter((key) => typeof values.get(key) === "string"),
    Array.isArray(changes) ? changes.length : undefined,
    isStale,
  );
}

const OPTIONAL_TEXTS = ["navTitle", "serviceType", "audience", "inactiveReason"] as const;

/** Zod compiles each schema, and most sources have one of few shapes. */
const schemaLike = memoize(function (
  texts: readonly string[],
  changes: number | undefined,
  isStale: boolean,
): z.ZodType<TranslatedTexts> {
  const like = (key: (typeof OPTIONAL_TEXTS)[number]) => {
    const schema = FRONT_MATTER_TEXTS[key];
    if (isStale) return schema.optional();
    return texts.includes(key) ? schema : notInSource(key);
  };
  const facts = FACT_KEYS.map(
    (key) => [key, forbidden("questo fatto sta solo nella pagina italiana")] as const,
  );
  return z.strictObject({
    title: FRONT_MATTER_TEXTS.title,
    description: FRONT_MATTER_TEXTS.description,
    navTitle: like("navTitle"),
    serviceType: like("serviceType"),
    audience: like("audience"),
    inactiveReason: like("inactiveReason"),
    changes: isStale ? z.array(FRONT_MATTER_TEXTS.change).optional() : changesLike(changes),
    translation: status.optional(),
    ...Object.fromEntries(facts),
  });
});

function notInSource(key: string) {
  return forbidden(`la pagina italiana non ha «${key}»`);
}

/** A key that is not allowed. */
function forbidden(reason: string) {
  return z.never(`niente, perché ${reason}`).optional();
}

function changesLike(count: number | undefined) {
  if (count === undefined) return notInSource("changes");
  const expected = `un elenco di testi senza date, tanti quante le modifiche della pagina italiana (${count})`;
  return z.array(FRONT_MATTER_TEXTS.change, expected).length(count, expected);
}

/** The keys of the texts that {@link mergeFrontMatter} takes from the source. */
export function untranslatedKeys(source: FrontMatter, texts: TranslatedTexts): UntranslatedKey[] {
  const keys: UntranslatedKey[] = [];
  if ("inactiveReason" in source && texts.inactiveReason === undefined) keys.push("inactiveReason");
  if ("changes" in source && texts.changes?.length !== source.changes.length) keys.push("changes");
  return keys;
}

/**
 * The complete front matter of a translation: the source's, with the translated texts. Untranslated
 * texts stay as in the source; `changes` are translated together or not at all. A short title of
 * the source is replaced by the translated title.
 */
export function mergeFrontMatter(source: FrontMatter, texts: TranslatedTexts): FrontMatter | undefined {
  const own = TEXT_KEYS.filter((key) => key in source && texts[key] !== undefined);
  const changes = "changes" in source && {
    changes:
      texts.changes?.length === source.changes.length
        ? source.changes.map(({ date }, index) => ({ date, text: texts.changes?.[index] }))
        : source.changes,
  };
  const translated = Object.fromEntries(own.map((key) => [key, texts[key]]));
  return FRONT_MATTER[source.layout].safeParse({ ...source, navTitle: undefined, ...translated, ...changes })
    .data;
}

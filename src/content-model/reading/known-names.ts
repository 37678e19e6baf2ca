import { z } from "zod";
import type { SourceDocument } from "../documents/source-document.ts";

/**
 * The names that pages may refer to. They are read leniently: a wrong telephone number must not
 * make its contact unknown. A list is undefined if its document could not be read. References to it
 * are then not checked.
 */
export interface KnownNames {
  languages: readonly string[];
  origin: string | undefined;
  sections: readonly SectionNames[] | undefined;
  contactIds: readonly string[] | undefined;
  /** Ids of the contacts that have hours. */
  withHours: readonly string[];
  /** The address of each contact's office, by the contact's id. */
  offices: ReadonlyMap<string, string>;
  topics: readonly string[] | undefined;
  /** True if ratings are published. Without them some pages and files are not there. */
  hasRatings: boolean;
}

const sectionNames = z.object({ id: z.string(), url: z.string(), categories: z.array(z.string()) });
type SectionNames = z.infer<typeof sectionNames>;

const withName = z.object({ name: z.string() });
const withCode = z.object({ code: z.string() });
const siteParts = z.object({
  origin: z.string().optional().catch(undefined),
  languages: z.array(z.unknown()).catch([]),
  sections: z.array(z.unknown()).catch([]),
});

const contactParts = z.object({
  office: z.string().optional().catch(undefined),
  hours: z.unknown().optional(),
});

const DEFAULT_LANGUAGE = "it";
const LANGUAGE = /^[a-z]{2,3}$/;

/**
 * Collects the names that the data define.
 * @param folders the content folders; they stand for the languages while `site.json` cannot be
 *   read, so that not every page is reported as misplaced
 */
export function knownNames(
  site: SourceDocument | undefined,
  contacts: ReadonlyMap<string, SourceDocument | undefined> | undefined,
  topics: SourceDocument | undefined,
  folders: readonly string[],
  hasRatings: boolean,
): KnownNames {
  const { origin, languages = [], sections } = siteParts.safeParse(site?.value).data ?? {};
  const codes = validItems(languages, withCode).map(({ code }) => code);
  const guessed = [DEFAULT_LANGUAGE, ...(site ? [] : folders.filter((folder) => LANGUAGE.test(folder)))];
  const found = [...(contacts ?? [])].map(([id, document]) => ({
    id,
    unreadable: document === undefined,
    ...contactParts.safeParse(document?.value).data,
  }));
  const names = z.array(z.unknown()).safeParse(topics?.value).data;
  return {
    origin,
    languages: [...new Set(codes.length > 0 ? codes : guessed)],
    sections: sections && validItems(sections, sectionNames),
    contactIds: contacts && [...contacts.keys()],
    withHours: found.flatMap(({ id, hours, unreadable }) => (hours === undefined && !unreadable ? [] : id)),
    offices: new Map(
      found.flatMap(({ id, office }) => (office === undefined ? [] : [[id, office] as const])),
    ),
    topics: names && validItems(names, withName).map(({ name }) => name),
    hasRatings,
  };
}

function validItems<Item>(items: readonly unknown[], schema: z.ZodType<Item>): Item[] {
  return items.flatMap((item) => schema.safeParse(item).data ?? []);
}

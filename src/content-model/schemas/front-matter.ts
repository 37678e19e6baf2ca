import { z } from "zod";
import { listOf, nameText, pastDate, pastDateTime, sentences, slugText, text, textUpTo } from "./scalars.ts";
import { SECTION_IDS } from "./site.ts";

/** The texts of the front matter, which translations have for themselves. */
export const FRONT_MATTER_TEXTS = {
  title: nameText,
  description: z.string("un testo da 10 a 300 caratteri").trim().min(10).max(300),
  navTitle: textUpTo(60),
  serviceType: textUpTo(200),
  audience: textUpTo(200),
  inactiveReason: sentences,
  change: sentences,
} as const;

const common = {
  title: FRONT_MATTER_TEXTS.title,
  description: FRONT_MATTER_TEXTS.description,
  /** Last change, in the local time of Europe/Rome. */
  updated: pastDateTime,
  /** Short title for breadcrumbs, lists and the site map. */
  navTitle: FRONT_MATTER_TEXTS.navTitle.optional(),
};

const change = z.strictObject({ date: pastDate, text: FRONT_MATTER_TEXTS.change });

const service = z
  .strictObject({
    layout: z.literal("service"),
    ...common,
    category: text,
    topics: listOf(text),
    contacts: listOf(slugText),
    active: z.boolean(),
    /** Why the service is suspended. */
    inactiveReason: FRONT_MATTER_TEXTS.inactiveReason.optional(),
    /** schema.org `serviceType`. */
    serviceType: FRONT_MATTER_TEXTS.serviceType,
    /** schema.org `audienceType`. */
    audience: FRONT_MATTER_TEXTS.audience,
    changes: z.array(change).min(1),
  })
  .refine(({ inactiveReason }) => inactiveReason !== undefined, {
    path: ["inactiveReason"],
    error: "il motivo, perché il servizio non è attivo",
    when: ({ value }) => z.object({ active: z.literal(false) }).safeParse(value).success,
  })
  .refine(({ inactiveReason }) => inactiveReason === undefined, {
    path: ["inactiveReason"],
    error: "niente, perché il servizio è attivo",
    when: ({ value }) => z.object({ active: z.literal(true) }).safeParse(value).success,
  });

const newsDates = z.object({ published: pastDate, updated: pastDateTime });

const news = z
  .strictObject({
    layout: z.literal("news"),
    ...common,
    category: text,
    topics: listOf(text),
    published: pastDate,
  })
  .refine(({ published, updated }) => published <= updated.slice(0, 10), {
    path: ["published"],
    error: ({ input }) =>
      `una data che non viene dopo l'ultimo aggiornamento (${newsDates.parse(input).updated})`,
    when: ({ value }) => newsDates.safeParse(value).success,
  });

/** The schema of each layout's front matter. */
export const FRONT_MATTER = {
  service,
  news,
  office: z.strictObject({
    layout: z.literal("office"),
    ...common,
    category: text,
    topics: listOf(text).optional(),
    contacts: listOf(slugText),
  }),
  section: z.strictObject({ layout: z.literal("section"), ...common, section: z.enum(SECTION_IDS) }),
  page: z.strictObject({ layout: z.literal("page"), ...common }),
  /** A page in easy-to-read language, below the page that it explains. */
  easy: z.strictObject({ layout: z.literal("easy"), ...common }),
  home: z.strictObject({ layout: z.literal("home"), ...common }),
  topics: z.strictObject({ layout: z.literal("topics"), ...common }),
  sitemap: z.strictObject({ layout: z.literal("sitemap"), ...common }),
  /** What citizens rated, and what the office did. It is only there if ratings are published. */
  ratings: z.strictObject({ layout: z.literal("ratings"), ...common }),
  /** The site's open data. */
  data: z.strictObject({ layout: z.literal("data"), ...common }),
} as const;

export type Layout = keyof typeof FRONT_MATTER;

/** Pages that need no translation, but may have one. The layout begins the keys of their texts. */
export const MAY_STAY_UNTRANSLATED: readonly Layout[] = ["ratings", "data"];

/** The layout of the pages that each site section lists. */
export const SECTION_LAYOUTS = {
  management: "office",
  news: "news",
  services: "service",
} as const satisfies Record<(typeof SECTION_IDS)[number], Layout>;

/** The site section that lists pages of a layout. Undefined if none does. */
export function sectionOf(layout: Layout): (typeof SECTION_IDS)[number] | undefined {
  return SECTION_IDS.find((id) => SECTION_LAYOUTS[id] === layout);
}

export type FrontMatter = z.infer<(typeof FRONT_MATTER)[Layout]>;

const LAYOUTS = Object.keys(FRONT_MATTER) as Layout[];

const layoutOnly = z.object({ layout: z.enum(LAYOUTS) });

/**
 * The keys that all layouts share. Used if the layout itself is wrong, so that other errors are
 * reported too.
 */
export const anyLayout = layoutOnly.extend(common);

/** The layout named in the front matter. Undefined if it is unknown. */
export function layoutOf(value: unknown): Layout | undefined {
  return layoutOnly.safeParse(value).data?.layout;
}

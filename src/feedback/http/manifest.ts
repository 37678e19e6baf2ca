import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { OperatorError } from "../../shared/operator-error.ts";
import { wordingSchema } from "./refusal.ts";
import { withAbsoluteAddresses } from "./retry-page.ts";

/**
 * These formats are those that the tables accept. A page that could not be stored therefore stops
 * the server from starting, instead of failing with the first post.
 */
const pagePath = z
  .string()
  .max(500)
  .regex(/^\/(?:[^/?#\s\p{Cc}]+\/)*$/u);
const lang = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);

/** E.164, such as `+390571878778`, or a short number, such as `1522`. */
const phone = z.string().regex(/^(?:\+[1-9]\d{1,14}|1\d{2,5})$/);

const origin = z.string().refine((text) => URL.parse(text)?.origin === text);

/** A page that can be rated. What is more than its language is for the report. */
const ratedPage = z.object({
  lang,
  revision: z.string().regex(/^[0-9a-f]{12}$/),
  source: pagePath,
  title: z.string(),
  gulpease: z.number().optional(),
  isStale: z.boolean().default(false),
  links: z.array(z.url()).default([]),
});

const manifestSchema = z
  .object({
    origin,
    title: z.string(),
    authority: z.string(),
    reportStyle: z.string().regex(/^\/assets\/report\.\w+\.css$/),
    platformOrigins: z.array(origin).default([]),
    feedbackUrl: z.url().optional(),
    pages: z.record(pagePath, ratedPage).transform((pages) => new Map(Object.entries(pages))),
    languages: z
      .record(lang, z.object({ thanks: pagePath, retry: pagePath, refusals: wordingSchema }))
      .transform((languages) => new Map(Object.entries(languages))),
    phones: z.array(phone),
  })
  .refine(({ pages, languages }) => [...pages.values()].every((page) => languages.has(page.lang)), {
    when: ({ issues }) => issues.length === 0,
  });

/**
 * What the build tells the handler:
 * - the site's origin, those of the platform that publishes it, and the address that its form posts
 *   to if that is on another host;
 * - the names of site and authority, and the style sheet of the report;
 * - the pages that can be rated, each with the page that it translates, or itself;
 * - each language's pages and the texts of its refusals;
 * - the service's own telephone numbers, which a comment may contain.
 */
export type FeedbackManifest = z.output<typeof manifestSchema>;

/** The manifest, with the text of each language's retry page and of the report's style sheet. */
export interface FeedbackSite {
  manifest: FeedbackManifest;
  retryPages: ReadonlyMap<string, string>;
  reportStyle: string;
}

/** @throws z.ZodError if `json` does not have the shape of a manifest */
export function parseManifest(json: unknown): FeedbackManifest {
  return manifestSchema.parse(json);
}

/**
 * Reads what the build made for the app: `feedback.json`, the retry pages and the report's styles.
 * @param directory the built site
 * @throws OperatorError if the site is missing or cannot be read
 */
export async function loadFeedbackSite(directory: string): Promise<FeedbackSite> {
  try {
    const manifest = parseManifest(JSON.parse(await readFile(join(directory, "feedback.json"), "utf8")));
    // The page is shown at another host's address, so its links must lead back to the site.
    const placed = (page: string) =>
      manifest.feedbackUrl === undefined ? page : withAbsoluteAddresses(page, manifest.origin);
    const retryPages = await Promise.all(
      [...manifest.languages].map(
        async ([code, { retry }]) =>
          [code, placed(await readFile(join(directory, retry, "index.html"), "utf8"))] as const,
      ),
    );
    const reportStyle = await readFile(join(directory, manifest.reportStyle), "utf8");
    return { manifest, retryPages: new Map(retryPages), reportStyle };
  } catch (error) {
    throw incompleteSiteError(directory, error);
  }
}

/** The error for an operator whose folder lacks a file that the build writes. */
export function incompleteSiteError(directory: string, cause: unknown): OperatorError {
  return new OperatorError(`No complete site was found in ${directory}. Build it first: npm run build`, {
    cause,
  });
}

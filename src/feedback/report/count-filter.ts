import type { Days } from "./selection.ts";

/** Selects posts. An absent property does not restrict. */
export interface CountFilter extends Days {
  /** Addresses of pages, each in one language. */
  pages?: readonly string[] | undefined;
  lang?: string | undefined;
}

/** Parameters: 1 pages, 2 language. */
export const MATCHES = "($1::text[] IS NULL OR page = ANY ($1)) AND ($2::text IS NULL OR lang = $2)";

/**
 * Parameters: as {@link filterParameters} gives them. The bounds are moments, so that an index
 * serves, and the nights of the clock's change are right.
 */
export const ROW_MATCHES = `${MATCHES}
  AND ($3::text IS NULL OR created_at >= $3::date::timestamp AT TIME ZONE 'Europe/Rome')
  AND ($4::text IS NULL OR created_at < ($4::date + 1)::timestamp AT TIME ZONE 'Europe/Rome')`;

/** Pages, language, first and last day. */
export function filterParameters({ pages, lang, since, until }: CountFilter): unknown[] {
  return [pages ?? null, lang ?? null, since ?? null, until ?? null];
}

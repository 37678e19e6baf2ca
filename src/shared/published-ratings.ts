/**
 * What is published of the ratings. It is shared by the command that publishes, and by the build,
 * which checks and shows it.
 */

/** Every published number is a multiple of this, and so is whatever is worked out from several. */
export const PUBLISHED_STEP = 5;

/** The ratings of a page and its translations, which count as one. */
export interface PublishedPage {
  /** The address of the page in the source language. */
  page: string;
  /** The last day in Italy whose ratings count. Later ones wait until there are enough of them. */
  until: string;
  /** The sum of both parts, if they are shown. */
  total: number;
  /** Ratings of 4 and 5. Null, as is the other part, if either is too small to be shown. */
  positive: number | null;
  /** Ratings of 1 to 3. */
  negative: number | null;
}

/** The content of `ratings.json`. */
export interface PublishedRatings {
  /** The last day that was looked at. */
  until: string;
  /** By address, each page once. */
  pages: readonly PublishedPage[];
}

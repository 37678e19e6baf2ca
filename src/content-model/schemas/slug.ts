import slugifyWords from "@sindresorhus/slugify";

/** Lower-case words joined by hyphens: an id, a file name. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A heading's anchor, a topic's or category's address: lower case, accents folded, words joined by hyphens. */
export function slugify(text: string): string {
  return slugifyWords(text, { decamelize: false });
}

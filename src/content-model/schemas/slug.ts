import slugifyWords from "@sindresorhus/slugify";

/** Lower-case words joined by hyphens: an id or a file name. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Makes an anchor or a part of an address from a text: lower case, without accents, words joined by
 * hyphens.
 */
export function slugify(text: string): string {
  return slugifyWords(text, { decamelize: false });
}

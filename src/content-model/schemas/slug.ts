import slugifyWords from "@sindresorhus/slugify";
import { memoize } from "../../shared/memoize.ts";

/** Lower-case words joined by hyphens: an id or a file name. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Makes an anchor or a part of an address from a text: lower case, without accents, words joined by
 * hyphens. Pages share most of their headings.
 */
export const slugify = memoize((text: string) => slugifyWords(text, { decamelize: false }));

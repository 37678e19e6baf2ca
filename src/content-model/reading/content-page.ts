import type { Section } from "../markdown/section.ts";
import type { FrontMatter } from "../schemas/front-matter.ts";
import type { UntranslatedKey } from "../schemas/text-keys.ts";

/** A page as its editor wrote it, checked. */
export interface ContentPage {
  /** Project-relative path, with forward slashes. */
  file: string;
  /** Absolute path of the page on the site, `/servizi/`. */
  url: string;
  lang: string;
  /** Front matter. A translation has its own texts and all other facts of its source, names of topics and the like included. */
  data: FrontMatter;
  /** The file's line of each front-matter key. */
  dataLines: Record<string, number>;
  /** What stands below the front matter, parsed; a translation has the anchors of its source. */
  sections: readonly Section[];
  /** Markdown below the front matter, LF line ends. */
  body: string;
  /** The file's line on which the body starts; the first line is 1. */
  bodyLine: number;
  /** The anchors of all headings of the body, in order. A translation has those of its source. */
  headingIds: readonly string[];
  /** First 12 hexadecimal digits of the SHA-256 of the source (LF line ends, no byte order mark). */
  revision: string;
  /** Present when the page is a translation of one in the source language. */
  translation?: PageTranslation;
}

/** How a translation stands to its source. */
interface PageTranslation {
  /** The address of the page that it translates. */
  sourceUrl: string;
  /** Who compared the translation with its source, and on which day; both or none. */
  reviewedBy?: string;
  reviewedOn?: string;
  /** Texts of the front matter that are still the source's, since nobody has translated them. */
  untranslated: readonly UntranslatedKey[];
  /** The revision of its source that it follows; undefined when nobody recorded it. */
  follows: string | undefined;
  /** The revision of the source as it is. */
  current: string;
  /** Whether it follows an earlier one: the source has changed since it was translated. */
  isStale: boolean;
}

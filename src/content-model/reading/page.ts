import type { SourceDocument } from "../documents/source-document.ts";
import type { Section } from "../markdown/section.ts";
import type { FrontMatter, Layout } from "../schemas/front-matter.ts";
import type { UntranslatedKey } from "../schemas/text-keys.ts";

/** A page of which nothing is missing. It is made once, and whoever checks, compares, draws or lists it takes this value. */
export interface Page extends DraftPage {
  layout: Layout;
  frontMatter: SourceDocument;
  data: FrontMatter;
  sections: readonly Section[];
}

/** A page that may be wrong in parts: what could be read of it is there for the checks. */
export interface DraftPage {
  /** Project-relative path, with forward slashes. */
  file: string;
  /** Absolute path of the page on the site, `/servizi/`. */
  url: string;
  lang: string;
  /** The layout named in the front matter, when it is one of ours; a translation has its source's. */
  layout: Layout | undefined;
  /** The front matter as written, with its lines. */
  frontMatter: SourceDocument | undefined;
  /**
   * What the front matter says, when it is right. A translation has its own texts and all other facts of its source,
   * names of topics and the like included.
   */
  data: FrontMatter | undefined;
  /**
   * What stands below the front matter; undefined when there is no telling where that ends. A translation has the
   * anchors of its source.
   */
  sections: readonly Section[] | undefined;
  /** First 12 hexadecimal digits of the SHA-256 of the source (LF line ends, no byte order mark). */
  revision: string;
  /** Present when the page is a translation of one in the source language. */
  translation: Translation | undefined;
}

/** How a translation stands to its source. */
export interface Translation {
  /** The page that it translates. */
  source: DraftPage;
  /** The revision of its source that it follows; undefined when nobody recorded it. */
  follows: string | undefined;
  /** The revision of the source as it is. */
  current: string;
  /** Whether it follows an earlier one: then it need not say what the source says now. */
  isStale: boolean;
  /** Its sections beside those of the source. */
  sections: readonly PairedSection[];
  /** Texts of the front matter that are still the source's, since nobody has translated them. */
  untranslated: readonly UntranslatedKey[];
  /** Who compared the translation with its source, and on which day; both or none. */
  reviewedBy: string | undefined;
  reviewedOn: string | undefined;
}

/** A section of a translation beside that of its source; beside none when there is no telling which it is. */
export interface PairedSection {
  own: Section;
  source: Section | undefined;
}

/** Whether nothing is missing in a page: then it may be published. */
export function isWhole(page: DraftPage): page is Page {
  return [page.layout, page.frontMatter, page.data, page.sections].every((part) => part !== undefined);
}

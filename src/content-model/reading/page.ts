import type { SourceDocument } from "../documents/source-document.ts";
import type { Section } from "../markdown/section.ts";
import type { FrontMatter, Layout } from "../schemas/front-matter.ts";
import type { UntranslatedKey } from "../schemas/text-keys.ts";

/**
 * A complete page. The reader makes it once; checks, comparisons and templates all take this value.
 */
export interface Page extends PartialPage {
  layout: Layout;
  frontMatter: SourceDocument;
  data: FrontMatter;
  sections: readonly Section[];
}

/**
 * A page as far as it could be read. Parts may be missing or wrong, so that checks can report all
 * mistakes at once.
 */
export interface PartialPage {
  /** Path relative to the project, with forward slashes. */
  file: string;
  /** Absolute path of the page on the site, such as `/servizi/`. */
  url: string;
  lang: string;
  /**
   * The layout named in the front matter, if it is known. A translation has the layout of its
   * source.
   */
  layout: Layout | undefined;
  /** The front matter as written, with line numbers. */
  frontMatter: SourceDocument | undefined;
  /**
   * The front matter as checked, if it is valid. A translation has its own texts, and all other
   * values from its source, such as the names of topics.
   */
  data: FrontMatter | undefined;
  /**
   * The Markdown below the front matter. Undefined if it is unknown where the front matter ends. A
   * translation has the anchors of its source.
   */
  sections: readonly Section[] | undefined;
  /**
   * First 12 hexadecimal digits of the SHA-256 of the source, with LF line ends and no byte order
   * mark.
   */
  revision: string;
  /** Present if the page is a translation. */
  translation: Translation | undefined;
}

/** How a translation relates to its source. */
export interface Translation {
  /** The page that it translates. */
  source: PartialPage;
  /** The recorded revision of the source that it follows. Undefined if none is recorded. */
  follows: string | undefined;
  /** The revision of the source as it is now. */
  current: string;
  /**
   * True if the translation follows an earlier revision. It is then not compared with what the
   * source says now.
   */
  isStale: boolean;
  /** Its sections, each paired with that of the source. */
  sections: readonly PairedSection[];
  /**
   * Texts of the front matter that are taken from the source because they are not translated yet.
   */
  untranslated: readonly UntranslatedKey[];
  /**
   * Who compared the translation with its source, and on which day. Either both are present or
   * neither.
   */
  reviewedBy: string | undefined;
  reviewedOn: string | undefined;
}

/** A section of a translation, and the source's section that it translates, if that is known. */
export interface PairedSection {
  own: Section;
  source: Section | undefined;
}

/** True if no part of a page is missing, so that it can be published. */
export function isCompletePage(page: PartialPage): page is Page {
  return [page.layout, page.frontMatter, page.data, page.sections].every((part) => part !== undefined);
}

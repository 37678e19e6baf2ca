import type { FrontMatter } from "./front-matter.ts";

/** A page as its editor wrote it, checked. */
export interface ContentPage {
  /** Project-relative path, with forward slashes. */
  file: string;
  /** Absolute path of the page on the site, `/servizi/`. */
  url: string;
  lang: string;
  data: FrontMatter;
  /** The file's line of each front-matter key. */
  dataLines: Record<string, number>;
  /** Markdown below the front matter, LF line ends. */
  body: string;
  /** The file's line on which the body starts; the first line is 1. */
  bodyLine: number;
  /** First 12 hexadecimal digits of the SHA-256 of the source (LF line ends, no byte order mark). */
  revision: string;
}

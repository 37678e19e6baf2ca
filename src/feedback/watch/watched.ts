import type { SqlDriver } from "../store/sql-driver.ts";

/** What is known of a page in one language: a part of the manifest that the build makes. */
interface WatchedPage {
  lang: string;
  /** The page that it translates, or itself. The languages of a page are looked at together. */
  source: string;
  title: string;
  /** The addresses of other sites that it leads to. */
  links: readonly string[];
}

/** What is looked at, and when. */
export interface Watched {
  driver: SqlDriver;
  /** The pages of the site, by address. */
  pages: ReadonlyMap<string, WatchedPage>;
  now: Date;
}

/** How a message names a page: «Servizi (/servizi/)». */
export function nameOf(pages: Watched["pages"], source: string): string {
  return `${pages.get(source)?.title ?? "Pagina"} (${source})`;
}

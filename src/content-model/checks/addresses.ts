import { allHeadings } from "../markdown/section.ts";
import type { KnownNames } from "../reading/known-names.ts";
import type { LanguageAddresses } from "../reading/local-address.ts";
import type { PartialPage } from "../reading/page.ts";
import { generatedAddresses } from "../reading/site-urls.ts";

/** The addresses and anchors that links may lead to. */
export interface Addresses extends LanguageAddresses {
  /** Scheme and host of this site. */
  origin: string;
  /** The heading anchors of each address. Undefined if the page could not be read. */
  anchors: ReadonlyMap<string, readonly string[] | undefined>;
  /**
   * False if the data that decide about addresses could not be read. Then no address is reported as
   * missing.
   */
  complete: boolean;
}

/** Takes the place of an unknown site origin. No link can have this host. */
const NO_ORIGIN = "https://site.invalid";

/** Collects the addresses of all pages, including those with errors, and of the generated ones. */
export function collectAddresses(pages: readonly PartialPage[], known: KnownNames): Addresses {
  const generated = generatedAddresses(pages, known);
  const anchors = new Map<string, readonly string[] | undefined>(generated.map(({ url }) => [url, []]));
  for (const { url, sections } of pages) {
    const ids = sections && allHeadings(sections).map(({ id }) => id);
    anchors.set(url, ids && [...(anchors.get(url) ?? []), ...ids]);
  }
  return {
    origin: URL.parse(known.origin ?? "")?.origin ?? NO_ORIGIN,
    languages: known.languages,
    urls: new Set(anchors.keys()),
    anchors,
    complete: Boolean(known.sections && known.contactIds && known.topics),
  };
}

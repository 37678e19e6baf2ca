import { everyHeading } from "../markdown/section.ts";
import type { KnownNames } from "../reading/known-names.ts";
import type { LanguageAddresses } from "../reading/local-address.ts";
import type { DraftPage } from "../reading/page.ts";
import { generatedAddresses } from "../reading/site-urls.ts";

/** Every place that a link may lead to. */
export interface Addresses extends LanguageAddresses {
  /** Scheme and host of this site. */
  origin: string;
  /** The heading anchors of each address; undefined where the page could not be read. */
  anchors: ReadonlyMap<string, readonly string[] | undefined>;
  /** False when data could not be read that decide about addresses: then nothing can be called missing. */
  complete: boolean;
}

/** A host that no link can have, for when the site's own is not known. */
const NO_ORIGIN = "https://site.invalid";

/** Collects the addresses of the pages, right or wrong in other respects, and of what the templates make. */
export function collectAddresses(pages: readonly DraftPage[], known: KnownNames): Addresses {
  const generated = generatedAddresses(pages, known);
  const anchors = new Map<string, readonly string[] | undefined>(generated.map(({ url }) => [url, []]));
  for (const { url, sections } of pages) {
    const ids = sections && everyHeading(sections).map(({ id }) => id);
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

import { decodePercent } from "../../shared/decode-percent.ts";
import { didYouMean, quote } from "../problems/wording.ts";
import { localAddress } from "../reading/local-address.ts";
import { phoneNumberError } from "../schemas/phone-number.ts";
import type { Addresses } from "./addresses.ts";

/** Where a link leads. For a wrong link, `expected` says in Italian what should be there. */
export type LinkTarget = InternalTarget | { kind: "external" } | { kind: "wrong"; expected: string };

export interface InternalTarget {
  kind: "internal";
  path: string;
  /** Without `#`. Empty if the link has none. */
  anchor: string;
}

const WEB = ["http:", "https:"];

/**
 * What should be there instead of a wrong address, in Italian. Undefined if the address is right.
 */
const ADDRESS_ERRORS: Readonly<Record<string, (url: URL) => string | undefined>> = {
  "mailto:": ({ pathname }) =>
    /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(decodePercent(pathname)) ? undefined : "un indirizzo e-mail",
  // A telephone dials everything that follows, including a question mark or hash.
  "tel:": ({ pathname, search, hash }) =>
    phoneNumberError(decodePercent(pathname + search + hash), "un numero di telefono"),
};

/**
 * Resolves an address as a browser would on the given page.
 * @param origin scheme and host of this site
 */
export function linkTarget(href: string, pageUrl: string, origin: string): LinkTarget {
  const url = URL.parse(href, origin + pageUrl);
  if (url && WEB.includes(url.protocol)) {
    if (url.origin !== origin) return { kind: "external" };
    return { kind: "internal", path: decodePercent(url.pathname), anchor: decodePercent(url.hash.slice(1)) };
  }
  const errorOf = url && ADDRESS_ERRORS[url.protocol];
  if (!errorOf)
    return { kind: "wrong", expected: "un indirizzo che comincia con /, #, https://, mailto: o tel:" };
  const expected = errorOf(url);
  return expected === undefined ? { kind: "external" } : { kind: "wrong", expected };
}

/**
 * Resolves an address in a page's text, as {@link linkTarget} does. A translation has the addresses
 * of its source, which another check compares. Its anchors are not checked, because the source may
 * have changed them; such a link leads to the page.
 */
export function textLinkTarget(
  href: string,
  page: { lang: string; url: string; translation: unknown },
  addresses: Addresses,
): LinkTarget {
  const target = linkTarget(localAddress(href, page, addresses), page.url, addresses.origin);
  return page.translation !== undefined && target.kind === "internal" ? { ...target, anchor: "" } : target;
}

/** What is wrong with a link within the site, in Italian. Undefined if the link is right. */
export function linkError(
  href: string,
  { path, anchor }: InternalTarget,
  addresses: Addresses,
): string | undefined {
  if (addresses.urls.has(path)) return anchorError(href, path, anchor, addresses);
  const expected = `collegamento interrotto: ci vuole l'indirizzo di una pagina del sito; qui c'è ${quote(href)}`;
  if (addresses.urls.has(`${path}/`)) return `${expected}, manca la barra finale: scrivi «${path}/»`;
  if (!addresses.complete) return undefined;
  if (href.startsWith("www.")) return `${expected}; per un altro sito scrivi «https://${href}»`;
  return expected + didYouMean(path, [...addresses.urls]);
}

function anchorError(href: string, path: string, anchor: string, addresses: Addresses): string | undefined {
  const anchors = addresses.anchors.get(path);
  if (anchor === "" || anchors === undefined || anchors.includes(anchor)) return undefined;
  const hint = didYouMean(anchor, anchors);
  return `punto della pagina inesistente: dopo # ci vuole un titolo di ${path}; qui c'è ${quote(href)}${hint}`;
}

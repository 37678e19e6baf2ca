import { didYouMean, quote } from "../problems/wording.ts";
import { localAddress } from "../reading/local-address.ts";
import { phoneNumberError } from "../schemas/phone-number.ts";
import type { Addresses } from "./addresses.ts";

/** Where a link leads; `expected` says in Italian what a wrong one should be. */
export type LinkTarget = InternalTarget | { kind: "external" } | { kind: "wrong"; expected: string };

export interface InternalTarget {
  kind: "internal";
  path: string;
  /** Without `#`; empty when the link has none. */
  anchor: string;
}

const WEB = ["http:", "https:"];

/** What should stand in the address instead, in Italian; undefined when it is right. */
const ADDRESS_ERRORS: Readonly<Record<string, (url: URL) => string | undefined>> = {
  "mailto:": ({ pathname }) =>
    /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(decode(pathname)) ? undefined : "un indirizzo e-mail",
  // All that follows is dialled, a question mark and a hash included.
  "tel:": ({ pathname, search, hash }) =>
    phoneNumberError(decode(pathname + search + hash), "un numero di telefono"),
};

/**
 * Resolves an address as a browser would on the page that has it.
 * @param origin scheme and host of this site.
 */
export function linkTarget(href: string, pageUrl: string, origin: string): LinkTarget {
  const url = URL.parse(href, origin + pageUrl);
  if (url && WEB.includes(url.protocol)) {
    if (url.origin !== origin) return { kind: "external" };
    return { kind: "internal", path: decode(url.pathname), anchor: decode(url.hash.slice(1)) };
  }
  const errorOf = url && ADDRESS_ERRORS[url.protocol];
  if (!errorOf)
    return { kind: "wrong", expected: "un indirizzo che comincia con /, #, https://, mailto: o tel:" };
  const expected = errorOf(url);
  return expected === undefined ? { kind: "external" } : { kind: "wrong", expected };
}

/**
 * {@link linkTarget} of an address in a page's text, which a translation has as its source writes it. That it is the same
 * is checked elsewhere, and its anchor may be one that the source no longer has: then the link leads to the page.
 */
export function textLinkTarget(
  href: string,
  page: { lang: string; url: string; translation: unknown },
  addresses: Addresses,
): LinkTarget {
  const target = linkTarget(localAddress(href, page, addresses), page.url, addresses.origin);
  return page.translation !== undefined && target.kind === "internal" ? { ...target, anchor: "" } : target;
}

/** What is wrong with a link within the site, in Italian; undefined when it leads somewhere. */
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

/** A percent sign that encodes nothing stays as it is: the address will not be found, and that is the message. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

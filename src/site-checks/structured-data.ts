import type { FrontMatter } from "../content-model/schemas/front-matter.ts";
import type { BuiltPage, BuiltSite } from "./built-site.ts";
import { attributeOf, type HtmlElement } from "./document.ts";
import { about, type Finding } from "./finding.ts";
import { STRUCTURED_ADDRESS, STRUCTURED_DATA } from "./model.ts";
import { valueAt } from "./value-at.ts";
import { mismatch } from "./words.ts";

type Service = Extract<FrontMatter, { layout: "service" }>;

const CHANNEL = "availableChannel";

/**
 * Reports structured data that cannot be parsed, lack a property that the model requires, or differ
 * from their page.
 */
export function structuredDataFindings(site: BuiltSite): Finding[] {
  return about(
    "Dati strutturati",
    site.pages.flatMap((page) => messages(page, site).map((message) => [page.path, message] as const)),
  );
}

function messages(page: BuiltPage, site: BuiltSite): string[] {
  const scripts = page.document.querySelectorAll('script[type="application/ld+json"]');
  const data = scripts.map(parse);
  const found = data
    .filter((value) => value === undefined)
    .map(() => "non si possono leggere: non sono JSON");
  const written = page.content?.data;
  if (written?.layout !== "service") return found;
  const servicePages = scripts.flatMap((script, index) =>
    attributeOf(script, "data-element") === "metatag" ? [data[index]] : [],
  );
  if (servicePages.length !== 1)
    return [
      ...found,
      `ci vogliono una volta quelli del servizio (metatag); qui ci sono ${servicePages.length} volte`,
    ];
  return [...found, ...serviceMessages(servicePages[0], page, written, site)];
}

function parse(script: HtmlElement): unknown {
  try {
    return JSON.parse(script.textContent);
  } catch {
    return undefined;
  }
}

function serviceMessages(data: unknown, page: BuiltPage, written: Service, { facts }: BuiltSite): string[] {
  const { authority, origin } = facts.site;
  // The service's own contact comes before the authority's, as on the page.
  const { address = authority.address } = facts.contacts[written.contacts[0] ?? facts.site.contact] ?? {};
  const textAt = (path: string): string => {
    const value = valueAt(data, path);
    return typeof value === "string" ? value : "";
  };
  const missing = STRUCTURED_DATA.filter((path) => textAt(path).trim() === "").map(
    (path) => `manca «${path}»`,
  );
  const expected: Record<string, string> = {
    "@type": "GovernmentService",
    name: written.title,
    serviceType: written.serviceType,
    "audience.audienceType": written.audience,
    "serviceOperator.name": authority.name,
    url: origin + page.path,
    ...Object.fromEntries(
      // Data that the authority has not provided are left out, never invented.
      STRUCTURED_ADDRESS.map((part) => [`${CHANNEL}.serviceLocation.address.${part}`, address[part] ?? ""]),
    ),
  };
  const description = textAt("description").includes(written.description)
    ? []
    : [`description: ci vuole «${written.description}»`];
  return [
    ...missing,
    ...Object.entries(expected).flatMap(([path, text]) => mismatch(path, text, textAt(path))),
    ...description,
    ...numberMessages(textAt(`${CHANNEL}.servicePhone.telephone`), page),
  ];
}

/** Expects the phone number in search results to be one that readers can call from the page. */
function numberMessages(telephone: string, { document }: BuiltPage): string[] {
  const digits = telephone.replaceAll(/[^\d+]/g, "");
  const callable = document.querySelectorAll("main a").map((link) => attributeOf(link, "href"));
  return digits === "" || callable.includes(`tel:${digits}`)
    ? []
    : [`servicePhone: nella pagina non c'è il numero «${telephone}»`];
}

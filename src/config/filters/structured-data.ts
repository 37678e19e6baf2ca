import { WEEKDAYS } from "../../shared/opening-hours.ts";
import type { SiteState } from "../site-state.ts";
import { contactFilters } from "./contacts.ts";
import { languageFilters } from "./languages.ts";
import { stringFilters } from "./strings.ts";

interface ServicePage {
  title: string;
  description: string;
  serviceType: string;
  audience: string;
  url: string;
  lang: string;
}

/** Structured data for search engines and for the national model's validator. */
export function structuredDataFilters(state: SiteState) {
  const { t, word } = stringFilters(state);
  const { localUrl, languageOf } = languageFilters(state);
  const { telephone } = contactFilters(state);
  return { governmentService, webManifest, jsonLd };

  /** JSON that may stand inside a `script` element: no `<` can close it. */
  function jsonLd(value: unknown): string {
    return JSON.stringify(value).replaceAll("<", "\\u003c");
  }

  /**
   * A sheet as https://schema.org/GovernmentService. The model reads plain objects, never arrays.
   * A part of the address that the body has not filled in says so.
   */
  function governmentService(page: ServicePage) {
    const { site, contacts } = state.current().facts;
    const contact = contacts[site.contact];
    const missing = t("address.missing", page.lang);
    const { streetAddress, postalCode, addressLocality } = site.body.address;
    const url = new URL(page.url, site.origin).href;
    return {
      "@context": "https://schema.org",
      "@type": "GovernmentService",
      name: page.title,
      description: page.description,
      url,
      serviceType: page.serviceType,
      serviceOperator: { "@type": "GovernmentOrganization", name: site.body.name },
      areaServed: { "@type": "AdministrativeArea", name: site.body.name },
      audience: { "@type": "Audience", audienceType: page.audience },
      termsOfService: new URL(localUrl("/note-legali/", page.lang), site.origin).href,
      availableChannel: {
        "@type": "ServiceChannel",
        serviceUrl: new URL(localUrl("/prenota/", page.lang), site.origin).href,
        availableLanguage: page.lang,
        servicePhone: {
          "@type": "ContactPoint",
          telephone: telephone(site.contact).international,
          hoursAvailable: contact?.hours.map(({ days, opens, closes }) => ({
            "@type": "OpeningHoursSpecification",
            dayOfWeek: WEEKDAYS.filter((day) => days.includes(day)).map(
              (day) => `https://schema.org/${day.charAt(0).toUpperCase()}${day.slice(1)}`,
            ),
            opens: opens.padStart(5, "0"),
            // schema.org has no 24:00: https://schema.org/openingHours
            closes: closes === "24:00" ? "23:59" : closes.padStart(5, "0"),
          })),
        },
        serviceLocation: {
          "@type": "Place",
          name: site.body.name,
          address: {
            "@type": "PostalAddress",
            streetAddress: streetAddress ?? missing,
            postalCode: postalCode ?? missing,
            addressLocality: addressLocality ?? missing,
          },
        },
      },
    };
  }

  /** https://www.w3.org/TR/appmanifest/ */
  function webManifest(lang: string) {
    const { site } = state.current().facts;
    return {
      name: `${word(site.title, lang)} - ${site.body.name}`,
      short_name: word(site.title, lang),
      lang,
      dir: languageOf(lang)?.dir,
      start_url: localUrl("/", lang),
      display: "browser",
      background_color: "#ffffff",
      theme_color: "#0066cc",
      icons: [192, 512].map((size) => ({
        src: `/icon-${size}.png`,
        sizes: `${size}x${size}`,
        type: "image/png",
      })),
    };
  }
}

import { comingExceptions, type Exception } from "../../contacts/exceptions.ts";
import type { Contact } from "../../content-model/schemas/contacts.ts";
import { WEEKDAYS, type WeeklyHours } from "../../shared/opening-hours.ts";
import type { Build } from "../build.ts";
import { languageOf, localUrl } from "../language/languages.ts";
import { t, word } from "../language/strings.ts";
import { telephone } from "./contacts.ts";

interface ServicePage {
  title: string;
  description: string;
  serviceType: string;
  audience: string;
  url: string;
  lang: string;
  /** Id of the page's contact. */
  contact: string;
  /** Why the service is suspended. Undefined if it is active. */
  inactiveReason?: string | undefined;
  /** The address of its conditions, on this site or elsewhere. */
  conditions?: string | undefined;
}

/** JSON for a `script` element. It contains no `<` that could close the element. */
export function jsonLd(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/**
 * A service page as https://schema.org/GovernmentService. The national model's checks only read
 * single objects, never arrays. Unknown values are left out, such as parts of the address or the
 * spoken languages. There is no property for a suspended service, so its description says so.
 */
export function governmentService(build: Build, page: ServicePage) {
  const { facts, today } = build;
  const { site, contacts } = facts;
  const contact = contacts[page.contact];
  const exceptions = contact ? comingExceptions(contact, today).flatMap(exceptionalHours) : [];
  const hours = contact ? [...weeklyHours(contact.hours), ...exceptions] : [];
  const absolute = (address: string) => new URL(address, site.origin).href;
  const address = Object.entries(contact?.address ?? site.authority.address).filter(
    ([, part]) => part !== null,
  );
  const suspended =
    page.inactiveReason && `${t(build, "service.inactive", page.lang)}: ${page.inactiveReason} `;
  return {
    "@context": "https://schema.org",
    "@type": "GovernmentService",
    name: page.title,
    description: `${suspended ?? ""}${page.description}`,
    url: absolute(page.url),
    serviceType: page.serviceType,
    serviceOperator: { "@type": "GovernmentOrganization", name: site.authority.name },
    areaServed: { "@type": "AdministrativeArea", name: site.authority.name },
    audience: { "@type": "Audience", audienceType: page.audience },
    ...(page.conditions && { termsOfService: absolute(page.conditions) }),
    availableChannel: {
      "@type": "ServiceChannel",
      serviceUrl: contact?.booking ?? absolute(localUrl(build, "/prenota/", page.lang)),
      servicePhone: {
        "@type": "ContactPoint",
        telephone: telephone(build, page.contact).international,
        ...(contact?.email && { email: contact.email }),
        ...(contact?.languages && { availableLanguage: contact.languages }),
        ...(hours.length > 0 && { hoursAvailable: hours }),
      },
      serviceLocation: {
        "@type": "Place",
        name: site.authority.name,
        ...(address.length > 0 && {
          address: { "@type": "PostalAddress", ...Object.fromEntries(address) },
        }),
        ...(contact &&
          contact.counterHours.length > 0 && {
            openingHoursSpecification: weeklyHours(contact.counterHours),
            specialOpeningHoursSpecification: comingExceptions({ ...contact, otherHours: [] }, today).flatMap(
              exceptionalHours,
            ),
          }),
      },
    },
  };
}

/** Leaves out hours of only some weeks in a month, which schema.org cannot express. */
function weeklyHours(hours: Contact["hours"]) {
  return hours.filter(({ weeks }) => weeks === undefined).map(openingHours);
}

function openingHours({ days, opens, closes }: WeeklyHours) {
  return {
    "@type": "OpeningHoursSpecification",
    dayOfWeek: WEEKDAYS.filter((day) => days.includes(day)).map(
      (day) => `https://schema.org/${day.charAt(0).toUpperCase()}${day.slice(1)}`,
    ),
    opens: opens.padStart(5, "0"),
    // schema.org does not allow 24:00: https://schema.org/openingHours
    closes: closes === "24:00" ? "23:59" : closes.padStart(5, "0"),
  };
}

/** A span without hours means closed: https://schema.org/OpeningHoursSpecification */
function exceptionalHours(exception: Exception) {
  const span = { validFrom: exception.from, validThrough: exception.to };
  return "hours" in exception
    ? exception.hours.map((range) => ({ ...openingHours(range), ...span }))
    : [{ "@type": "OpeningHoursSpecification", ...span }];
}

/** The web app manifest: https://www.w3.org/TR/appmanifest/ */
export function webManifest(build: Build, lang: string) {
  const { site } = build.facts;
  return {
    name: `${word(build, site.title, lang)} - ${site.authority.name}`,
    short_name: word(build, site.title, lang),
    lang,
    dir: languageOf(build, lang)?.dir,
    start_url: localUrl(build, "/", lang),
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

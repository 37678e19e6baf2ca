import { z } from "zod";
import { httpsUrl, listOf, localDate, text } from "../content-model/schemas/scalars.ts";
import { isLicenceExpression } from "./licences.ts";
import { CATEGORIES, SCOPES } from "./publiccode-vocabulary.ts";

// The text given to a schema is what it expects, as the noun phrase after "ci vuole" (see content-model/documents/schema-problems.ts).

const SHORT_DESCRIPTION_MAX = 150;
const LONG_DESCRIPTION_MIN = 150;
const LONG_DESCRIPTION_MAX = 10_000;

/** The standard counts what a reader sees as one character. */
const graphemes = new Intl.Segmenter("it", { granularity: "grapheme" });
const length = (value: string): number => Array.from(graphemes.segment(value.trim())).length;

const languageTag = z
  .string("il codice di una lingua (BCP 47), come it o en-GB")
  .refine((value) => isLanguageTag(value));

const countryCode = z.string("il codice di un paese (ISO 3166-1), due lettere maiuscole").regex(/^[A-Z]{2}$/);

const uri = z
  .string("un URI, come https://ente.example oppure urn:x-italian-pa:codice-ipa")
  .refine((value) => URL.canParse(value));

const email = z.string("un indirizzo e-mail").regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);

const description = z.strictObject({
  localisedName: text.optional(),
  shortDescription: z
    .string(`un testo di al massimo ${SHORT_DESCRIPTION_MAX} caratteri`)
    .refine((value) => length(value) > 0 && length(value) <= SHORT_DESCRIPTION_MAX),
  longDescription: z
    .string(`un testo da ${LONG_DESCRIPTION_MIN} a ${LONG_DESCRIPTION_MAX} caratteri`)
    .refine((value) => length(value) >= LONG_DESCRIPTION_MIN && length(value) <= LONG_DESCRIPTION_MAX),
  documentation: httpsUrl.optional(),
  apiDocumentation: httpsUrl.optional(),
  features: listOf(text),
  screenshots: z.array(text).optional(),
  videos: z.array(httpsUrl).optional(),
  awards: z.array(text).optional(),
});

const contact = z.strictObject({
  /** A person: the standard takes no office and no mailing list. */
  name: text,
  email: email.optional(),
  phone: text.optional(),
  affiliation: text.optional(),
});

const contractor = z.strictObject({
  name: text,
  until: localDate,
  email: email.optional(),
  website: httpsUrl.optional(),
});

const maintenance = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal(["internal", "community"]), contacts: z.array(contact).min(1) }),
    z.strictObject({
      type: z.literal("contract"),
      contractors: z.array(contractor).min(1),
      contacts: z.array(contact).min(1).optional(),
    }),
    z.strictObject({ type: z.literal("none"), contacts: z.array(contact).min(1).optional() }),
  ],
  "«type» uguale a internal, contract, community o none, con i suoi contatti",
);

const dependency = z.strictObject({
  name: text,
  version: text.optional(),
  versionMin: text.optional(),
  versionMax: text.optional(),
  optional: z.boolean().optional(),
});

/**
 * publiccode.yml 0.7, without the keys that it has deprecated (`legal.repoOwner`, the country section `IT`, ...).
 * @see https://yml.publiccode.tools/schema.core.html
 */
export const publiccode = z.strictObject({
  publiccodeYmlVersion: z.enum(["0.7", "0.7.0"]),
  name: text,
  applicationSuite: text.optional(),
  url: httpsUrl,
  landingURL: httpsUrl.optional(),
  isBasedOn: z.union([httpsUrl, z.array(httpsUrl).min(1)]).optional(),
  softwareVersion: text.optional(),
  releaseDate: localDate.optional(),
  logo: text.optional(),
  platforms: listOf(text),
  categories: listOf(z.enum(CATEGORIES)).optional(),
  usedBy: z.array(text).optional(),
  fundedBy: z.array(z.strictObject({ name: text, uri: uri.optional() })).optional(),
  roadmap: httpsUrl.optional(),
  developmentStatus: z.enum(["concept", "development", "beta", "stable", "obsolete"]),
  softwareType: z.enum([
    "standalone/mobile",
    "standalone/iot",
    "standalone/desktop",
    "standalone/web",
    "standalone/backend",
    "standalone/other",
    "addon",
    "library",
    "configurationFiles",
  ]),
  /** Standards and laws that it claims to follow: `alias:gdpr`, or a URI. */
  supports: z.array(z.strictObject({ id: uri })).optional(),
  organisation: z.strictObject({ uri, name: text.optional() }).optional(),
  intendedAudience: z
    .strictObject({
      countries: listOf(countryCode).optional(),
      unsupportedCountries: listOf(countryCode).optional(),
      scope: listOf(z.enum(SCOPES)).optional(),
    })
    .optional(),
  description: z
    .record(languageTag, description)
    .refine((languages) => Object.keys(languages).length > 0, "almeno una lingua"),
  legal: z.strictObject({
    license: z.string("un'espressione SPDX, come EUPL-1.2").refine(isLicenceExpression),
    mainCopyrightOwner: text.optional(),
  }),
  maintenance,
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: listOf(languageTag),
  }),
  dependsOn: z
    .strictObject({
      open: z.array(dependency).optional(),
      proprietary: z.array(dependency).optional(),
      hardware: z.array(dependency).optional(),
    })
    .optional(),
});

export type Publiccode = z.infer<typeof publiccode>;

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

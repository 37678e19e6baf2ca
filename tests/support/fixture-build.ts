import { addressesOf, type Build } from "../../src/config/build.ts";
import type { Page } from "../../src/content-model/reading/page.ts";
import type { SiteFacts } from "../../src/content-model/schemas/site-facts.ts";
import { type Edits, loadAfter } from "./fixture-site.ts";

const { facts, pages } = await loadAfter({});
if (!facts) throw new Error("The fixture site has mistakes");

/** The fixture site as a build of 25 November 2026. */
export const FIXTURE: Build = {
  facts,
  pages,
  ...addressesOf({ pages, facts }),
  assets: {
    css: "",
    tableCss: "",
    tables: "/assets/tables.css",
    print: "/assets/print.css",
    report: "/assets/report.0123456789.css",
    script: "/assets/main.js",
    card: "/assets/card.png",
    languages: {},
  },
  today: new Date("2026-11-25T10:00:00Z"),
};

/** A build of the fixture site with changed facts and added pages. */
export function fixtureBuild(
  change: (facts: SiteFacts) => Partial<SiteFacts> = () => ({}),
  further: readonly Page[] = [],
): Build {
  const changed = { ...FIXTURE.facts, ...change(FIXTURE.facts) };
  const all = [...FIXTURE.pages, ...further];
  return { ...FIXTURE, facts: changed, pages: all, ...addressesOf({ pages: all, facts: changed }) };
}

/** A build of the fixture site after some edits. */
export async function buildAfter(edits: Edits): Promise<Build> {
  const { facts: edited, pages: all, problems } = await loadAfter(edits);
  if (!edited || problems.length > 0) throw new Error(JSON.stringify(problems));
  return { ...FIXTURE, facts: edited, pages: all, ...addressesOf({ pages: all, facts: edited }) };
}

/** The page of the fixture site that has no translation. */
export const UNTRANSLATED = "/novita/apertura/";

/** The fixture site in Italian and English, with only the given interface texts in English. */
export function bilingualBuild(strings: Record<string, string>, words: Record<string, string> = {}): Build {
  const change = ({ site, i18n }: SiteFacts) => ({
    site: { ...site, languages: [...site.languages, { code: "en", name: "English", dir: "ltr" as const }] },
    i18n: { ...i18n, en: strings },
    vocabulary: { en: words },
  });
  return fixtureBuild(change, FIXTURE.pages.filter(({ url }) => url !== UNTRANSLATED).map(inEnglish));
}

function inEnglish(page: Page): Page {
  return {
    ...page,
    file: page.file.replace("/it/", "/en/"),
    url: `/en${page.url}`,
    lang: "en",
    data: { ...page.data, title: `English ${page.data.title}` },
    translation: {
      source: page,
      sections: [],
      reviewedBy: undefined,
      reviewedOn: undefined,
      untranslated: [],
      follows: page.revision,
      current: page.revision,
      isStale: false,
    },
  };
}

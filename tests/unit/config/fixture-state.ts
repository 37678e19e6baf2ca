import type { BuiltSite, SiteState } from "../../../src/config/site-state.ts";
import type { SiteFacts } from "../../../src/content-model/site-facts.ts";
import { loadAfter } from "../content-model/fixture-site.ts";

const { facts, pages } = await loadAfter({});
if (!facts) throw new Error("The fixture site has mistakes");

/** The fixture site as one build of 25 November 2026 knows it. */
export const FIXTURE: BuiltSite = {
  facts,
  pages,
  assets: { css: "", script: "/assets/main.js", card: "/assets/card.png", fonts: [] },
  today: new Date("2026-11-25T10:00:00Z"),
};

/** The state of a build of the fixture site, with changes to its facts. */
export function fixtureState(change: (facts: SiteFacts) => Partial<SiteFacts> = () => ({})): SiteState {
  const built = { ...FIXTURE, facts: { ...FIXTURE.facts, ...change(FIXTURE.facts) } };
  return { current: () => built, reload: () => Promise.resolve() };
}

/** The fixture site in Italian and English; a few strings stand for all the English ones. */
export function bilingualState(strings: Record<string, string>): SiteState {
  return fixtureState(({ site, i18n }) => ({
    site: { ...site, languages: [...site.languages, { code: "en", name: "English", dir: "ltr" }] },
    i18n: { ...i18n, en: strings },
  }));
}

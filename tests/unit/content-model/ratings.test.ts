import { describe, expect, it } from "vitest";
import { append, loadAfter, problemsAfter, SITE } from "../../support/fixture-site.ts";
import { PUBLISHED, RATINGS } from "../../support/published-site.ts";

const PRIVACY = "content/it/privacy.md";
const FILE = "_data/ratings.json";
const PAGE = "content/it/valutazioni.md";
const { [PAGE]: written = () => "" } = PUBLISHED;

describe("a site that publishes no ratings", () => {
  it("has no page of ratings, although somebody wrote one, and says nothing of it", async () => {
    const { pages, problems, warnings } = await loadAfter({ [PAGE]: written });
    expect(problems).toEqual([]);
    expect(warnings).toEqual((await loadAfter({})).warnings);
    expect(pages.map(({ url }) => url)).not.toContain("/valutazioni/");
  });

  it("says that a link to that page leads nowhere", async () => {
    const link = { [PRIVACY]: append("\n\nLeggi [i voti](/valutazioni/).\n") };
    expect(await problemsAfter({ ...link, [PAGE]: written })).toEqual([
      expect.stringContaining("collegamento interrotto"),
    ]);
    expect(await problemsAfter({ ...link, ...PUBLISHED })).toEqual([]);
  });
});

describe("a site that publishes ratings", () => {
  it("has the page, and is told that the authority's code is missing", async () => {
    const { pages, facts, warnings } = await loadAfter(PUBLISHED);
    expect(pages.map(({ url }) => url)).toContain("/valutazioni/");
    expect(facts?.ratings).toEqual(RATINGS);
    expect(warnings.filter(({ message }) => message.includes("ipaCode"))).toEqual([
      expect.objectContaining({ file: SITE, line: 6 }),
    ]);
  });

  it.each([
    ['"total":15', '"total":16', "«total»: ci vuole un multiplo di 5, da 5 in su; qui c'è «16»"],
    ['"positive":40', '"positive":35', "ci vuole la somma delle due parti, oppure nessuna delle due parti"],
    ['"negative":10', '"negative":null', "ci vuole la somma delle due parti, oppure nessuna delle due parti"],
    ["/tolta/", "/prenota/", "ci vuole ogni pagina una volta sola; qui c'è «/prenota/»"],
    ['{"until"', '{"since":1,"until"', "«since»"],
    ["2026-10-31", "2026-10-32", "una data che esiste"],
  ])("is told when somebody changed %s to %s", async (before, after, message) => {
    const text = JSON.stringify(RATINGS).replace(before, after);
    expect(await problemsAfter({ ...PUBLISHED, [FILE]: () => text })).toEqual([
      expect.stringMatching(/^_data\/ratings\.json:1: /),
    ]);
    expect((await problemsAfter({ ...PUBLISHED, [FILE]: () => text })).join()).toContain(message);
  });
});

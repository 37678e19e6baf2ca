import { expect, it } from "vitest";
import { ratingResults } from "../../../../src/config/views/ratings.ts";
import { buildAfter } from "../../../support/fixture-build.ts";
import { SERVICE } from "../../../support/fixture-site.ts";
import { PUBLISHED } from "../../../support/published-site.ts";

const published = await buildAfter(PUBLISHED);

it("says in words for how many a page is clear, the most rated first, and how sure that is", () => {
  const { summary, pages } = ratingResults(published, "it");
  expect(String(summary)).toBe("In tutto sono circa 65 voti, contati fino al 31 ottobre 2026.");
  expect(pages.map(({ words }) => String(words))).toEqual([
    'La pagina <a href="/servizi/aiuto/">Aiuto</a> è chiara per circa 40 persone su 50.',
    'La pagina <a href="/prenota/">Prenota</a> ha circa 15 voti. Non diciamo quanti sono alti e quanti bassi.',
  ]);
  expect(pages.map(({ share }) => share && String(share))).toEqual(["80%, forse tra 67% e 89%", undefined]);
});

it("leaves out a page that the site no longer has", () => {
  const { pages } = ratingResults(published, "it");
  expect(pages.map(({ link }) => String(link)).join()).not.toContain("/tolta/");
});

it("calls two pages by their titles where their short names are the same", async () => {
  const build = await buildAfter({
    ...PUBLISHED,
    [SERVICE]: (source) => source.replace("title: Aiuto", "title: Aiuto al telefono\nnavTitle: Prenota"),
  });
  const named = ratingResults(build, "it").pages.map(({ link }) => String(link));
  expect(named[0]).toBe('<a href="/servizi/aiuto/">Aiuto al telefono</a>');
});

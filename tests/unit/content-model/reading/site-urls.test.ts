import { expect, test } from "vitest";
import {
  calendarUrl,
  categoryUrl,
  siteAddresses,
  topicUrl,
} from "../../../../src/content-model/reading/site-urls.ts";
import { bilingual } from "../../../support/bilingual-site.ts";
import { loadAfter } from "../../../support/fixture-site.ts";

const urlsOf = (...site: Parameters<typeof siteAddresses>) => siteAddresses(...site).map(({ url }) => url);

test("the addresses of a build are those of its pages and of what its templates make", async () => {
  const { pages, facts } = await loadAfter({});
  if (!facts) throw new Error("The fixture site has mistakes.");
  expect(urlsOf(pages, facts).sort()).toEqual(
    [
      "/",
      "/404.html",
      "/.well-known/security.txt",
      "/accessibilita/",
      "/amministrazione/",
      "/amministrazione/sportello/",
      "/amministrazione/uffici/",
      "/argomenti/",
      "/argomenti/assistenza-sociale/",
      "/argomenti/immigrazione/",
      "/dati/catalogo.jsonld",
      "/feedback.json",
      "/grazie/",
      "/mappa-del-sito/",
      "/note-legali/",
      "/novita/",
      "/novita/apertura/",
      "/novita/feed.xml",
      "/novita/notizie/",
      "/parere/",
      "/prenota/",
      "/privacy/",
      "/robots.txt",
      "/servizi.jsonld",
      "/servizi/",
      "/servizi/aiuto/",
      "/servizi/salute-benessere-e-assistenza/",
      "/site.webmanifest",
      "/sitemap.xml",
      "/sportello.ics",
    ].sort(),
  );
});

test("a list that would be empty in a language has no address there; news that are not translated fill one", async () => {
  const { pages, facts } = await loadAfter(bilingual({}));
  if (!facts) throw new Error("The fixture site has mistakes.");
  const withoutService = pages.filter(({ url }) => url !== "/en/servizi/aiuto/");
  const english = urlsOf(withoutService, facts).filter((url) => url.startsWith("/en/"));
  expect(english).toContain("/en/novita/notizie/");
  expect(english).toContain("/en/novita/feed.xml");
  expect(english).toContain("/en/argomenti/immigrazione/");
  expect(english).not.toContain("/en/argomenti/assistenza-sociale/");
  expect(english).not.toContain("/en/servizi/salute-benessere-e-assistenza/");
  const withoutNews = pages.filter(({ data }) => data.layout !== "news");
  expect(urlsOf(withoutNews, facts).filter((url) => url.startsWith("/novita/"))).toEqual(["/novita/"]);
});

test("names become addresses", () => {
  expect(topicUrl("Accesso all'informazione")).toBe("/argomenti/accesso-all-informazione/");
  expect(categoryUrl({ url: "/servizi/" }, "Salute, benessere e assistenza")).toBe(
    "/servizi/salute-benessere-e-assistenza/",
  );
  expect(calendarUrl("sportello")).toBe("/sportello.ics");
});

import { expect, test } from "vitest";
import { calendarUrl, categoryUrl, siteUrls, topicUrl } from "../../../src/content-model/site-urls.ts";
import { loadAfter } from "./fixture-site.ts";

test("the addresses of a build are those of its pages and of what its templates make", async () => {
  const { pages, facts } = await loadAfter({});
  if (!facts) throw new Error("The fixture site has mistakes.");
  expect([...siteUrls(pages, facts)].sort()).toEqual(
    [
      "/",
      "/404.html",
      "/accessibilita/",
      "/amministrazione/",
      "/amministrazione/sportello/",
      "/amministrazione/uffici/",
      "/argomenti/",
      "/argomenti/assistenza-sociale/",
      "/argomenti/immigrazione/",
      "/feedback.json",
      "/grazie/",
      "/mappa-del-sito/",
      "/note-legali/",
      "/novita/",
      "/novita/apertura/",
      "/novita/avvisi/",
      "/novita/feed.xml",
      "/novita/notizie/",
      "/parere/",
      "/prenota/",
      "/privacy/",
      "/robots.txt",
      "/servizi/",
      "/servizi/aiuto/",
      "/servizi/salute-benessere-e-assistenza/",
      "/site.webmanifest",
      "/sitemap.xml",
      "/sportello.ics",
    ].sort(),
  );
});

test("names become addresses", () => {
  expect(topicUrl("Accesso all'informazione")).toBe("/argomenti/accesso-all-informazione/");
  expect(categoryUrl({ url: "/servizi/" }, "Salute, benessere e assistenza")).toBe(
    "/servizi/salute-benessere-e-assistenza/",
  );
  expect(calendarUrl("sportello")).toBe("/sportello.ics");
});

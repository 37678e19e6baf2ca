import { describe, expect, test } from "vitest";
import { localAddress } from "../../../../src/content-model/reading/local-address.ts";

const SITE = {
  languages: ["it", "en"],
  urls: new Set(["/", "/prenota/", "/servizi/aiuto/", "/novita/", "/sportello.ics", "/en/", "/en/prenota/"]),
};
const from = (href: string, url = "/en/prenota/"): string => localAddress(href, { lang: "en", url }, SITE);

describe("a link of a translation, written with the source's address,", () => {
  test.each([
    ["/", "/en/"],
    ["/prenota/", "/en/prenota/"],
    ["/prenota/?da=home#come-fare", "/en/prenota/?da=home#come-fare"],
  ])("%s leads to the same language: %s", (href, expected) => {
    expect(from(href)).toBe(expected);
  });

  test("leads to the source where the page is not translated", () => {
    expect(from("/servizi/aiuto/#come-fare")).toBe("/servizi/aiuto/#come-fare");
  });

  test("is resolved from the place of the source when it is relative", () => {
    expect(from("../prenota/", "/en/novita/")).toBe("/en/prenota/");
    expect(from("../servizi/aiuto/", "/en/novita/")).toBe("/servizi/aiuto/");
  });

  test.each([
    "#come-fare",
    "https://altro.example/prenota/",
    "mailto:a@b.example",
    "tel:+390571878778",
    "/sportello.ics",
    "/nulla/",
    "https://[",
  ])("stays as it is when there is nothing to translate: %s", (href) => {
    expect(from(href)).toBe(href);
  });
});

test("a link of the source language stays as it is", () => {
  expect(localAddress("../prenota/", { lang: "it", url: "/novita/" }, SITE)).toBe("../prenota/");
});

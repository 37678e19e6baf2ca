import { expect, test } from "vitest";
import { pageAddress } from "../../../../src/content-model/reading/page-url.ts";

test.each([
  ["it/index.md", "/", "it"],
  ["it/servizi/index.md", "/servizi/", "it"],
  ["it/servizi/segretariato-sociale.md", "/servizi/segretariato-sociale/", "it"],
  ["en/index.md", "/en/", "en"],
  ["en/prenota.md", "/en/prenota/", "en"],
])("%s is published at %s", (path, url, lang) => {
  expect(pageAddress(path, ["it", "en"])).toEqual({ url, lang });
});

import { describe, expect, it } from "vitest";
import {
  formatHeaders,
  headersFor,
  IMMUTABLE,
  parseHeaders,
  siteHeaderRules,
} from "../../../src/hosting/header-rules.ts";
import { SECURITY_HEADERS } from "../../../src/hosting/security-headers.ts";

const PAGES = {
  styles: ["'sha256-abc='"],
  feeds: ["/novita/feed.xml", "/en/news/feed.xml"],
  linkedData: ["/servizi.jsonld"],
};
const rules = siteHeaderRules(PAGES);
const REMOTE = "https://pareri.example/api/feedback";

describe("the headers of the site", () => {
  it("protect every address, those without a file too", () => {
    for (const address of ["/", "/servizi/", "/assets/main.0123456789.js", "/non-esiste/"]) {
      expect(headersFor(rules, address)).toMatchObject({
        ...SECURITY_HEADERS,
        "Content-Security-Policy": expect.stringContaining("'sha256-abc='") as unknown,
      });
    }
  });

  it("let browsers keep for ever what has a hash in its name, and nothing else", () => {
    expect(headersFor(rules, "/assets/main.0123456789.js")["Cache-Control"]).toBe(IMMUTABLE);
    for (const address of ["/", "/assets", "/favicon.svg"])
      expect(headersFor(rules, address)).not.toHaveProperty("Cache-Control");
  });

  it("name the type of each feed, and of linked data", () => {
    expect(headersFor(rules, "/servizi.jsonld")["Content-Type"]).toBe("application/ld+json");
    for (const feed of PAGES.feeds)
      expect(headersFor(rules, feed)["Content-Type"]).toBe("application/atom+xml; charset=utf-8");
    expect(headersFor(rules, "/novita/")).not.toHaveProperty("Content-Type");
  });

  it.each([undefined, REMOTE])("set no header twice for one address (remote handler: %s)", (feedbackUrl) => {
    const all = siteHeaderRules({ ...PAGES, feedbackUrl });
    for (const address of ["/", "/assets/main.js", ...PAGES.feeds, ...PAGES.linkedData]) {
      const names = all
        .filter((rule) => Object.keys(headersFor([rule], address)).length > 0)
        .flatMap(({ headers }) => Object.keys(headers));
      expect(names).toEqual([...new Set(names)]);
    }
  });

  it("let a remote handler's page, and no other, use the fonts", () => {
    const remote = siteHeaderRules({ ...PAGES, feedbackUrl: REMOTE });
    expect(headersFor(remote, "/assets/a.woff2")["Access-Control-Allow-Origin"]).toBe(
      "https://pareri.example",
    );
    expect(headersFor(remote, "/")).not.toHaveProperty("Access-Control-Allow-Origin");
    expect(headersFor(rules, "/assets/a.woff2")).not.toHaveProperty("Access-Control-Allow-Origin");
  });
});

it("what is written to the file is what is read from it", () => {
  expect(parseHeaders(formatHeaders(rules))).toEqual(rules);
});

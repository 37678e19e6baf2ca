import MarkdownIt from "markdown-it";
import { describe, expect, it, vi } from "vitest";
import type { Build } from "../../../src/config/build.ts";
import { createPageMarkdown } from "../../../src/config/markdown/page-markdown.ts";
import { sectionHtml, serviceSections } from "../../../src/config/markdown/service-sections.ts";
import { registerPages } from "../../../src/config/pages.ts";
import { readSections } from "../../../src/content-model/markdown/section.ts";
import { bilingualBuild, FIXTURE, fixtureBuild } from "../../support/fixture-build.ts";

interface Template {
  content: string | (() => string);
  data: object;
}

/** The templates for Eleventy, by address. */
function templates(build: Build): Map<string, Template> {
  const handed = new Map<string, Template>();
  const addTemplate = (_path: string, content: Template["content"], data: object) => {
    handed.set((data as { permalink: string }).permalink, { content, data });
  };
  registerPages(
    { addTemplate },
    build,
    createPageMarkdown(build, () => ""),
  );
  return handed;
}

function written(build: Build, url: string): string | undefined {
  const content = templates(build).get(url)?.content;
  return typeof content === "function" ? content() : content;
}

describe("a page that an editor wrote", () => {
  it("is handed over with its front matter, its address and what it translates", () => {
    const build = bilingualBuild({});
    const page = build.pages.find(({ url }) => url === "/en/servizi/aiuto/");
    expect(templates(build).get("/en/servizi/aiuto/")?.data).toMatchObject({
      ...page?.data,
      permalink: "/en/servizi/aiuto/",
      dynamicPermalink: false,
      tags: "services",
      translation: page?.translation,
    });
  });

  it("is rendered from what the content model parsed, and not parsed again", () => {
    const parse = vi.spyOn(MarkdownIt.prototype as MarkdownIt, "parse");
    const markdown = createPageMarkdown(FIXTURE, () => "");
    for (const url of FIXTURE.pages.map((page) => page.url)) {
      written(FIXTURE, url);
      for (const section of serviceSections(FIXTURE, url)) sectionHtml(markdown, section, "it");
    }
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it("is no text in which Eleventy could find front matter, which may hold code", () => {
    const url = "/privacy/";
    const sections = readSections("---js\n{ x: 1 }\n---\n\nTesto.\n", 1);
    const pageAt = new Map(FIXTURE.pages.map((page) => [page.url, { ...page, sections }]));
    expect(written({ ...FIXTURE, pageAt }, url)).toContain("{ x: 1 }");
    const contents = Array.from(templates(FIXTURE).values(), ({ content }) => typeof content);
    expect(new Set(contents)).toEqual(new Set(["function"]));
  });
});

describe("a file that is data", () => {
  it("leads robots to the map of the site", () => {
    expect(written(FIXTURE, "/robots.txt")).toBe(
      "User-agent: *\nDisallow: /api/\nSitemap: https://aiuto.internal/sitemap.xml\n",
    );
  });

  it("says whom to tell of a security flaw, for half a year from the day of the build", () => {
    const securityFile = (securityContact: string | null) =>
      written(
        fixtureBuild(({ site }) => ({ site: { ...site, securityContact } })),
        "/.well-known/security.txt",
      );
    expect(securityFile("sicurezza@ente.example")).toBe(
      [
        "Contact: mailto:sicurezza@ente.example",
        "Expires: 2027-05-24T00:00:00Z",
        "Preferred-Languages: it, en",
        "Canonical: https://aiuto.internal/.well-known/security.txt",
        "",
      ].join("\n"),
    );
    expect(securityFile("https://ente.example/falle")).toContain("Contact: https://ente.example/falle\n");
    expect(securityFile(null)).toBeUndefined();
  });

  it("names for search engines each public page, its last change and its languages, and no other page", () => {
    const map = written(bilingualBuild({}), "/sitemap.xml") ?? "";
    expect(map).toContain(
      `<url><loc>https://aiuto.internal/en/prenota/</loc><lastmod>2026-11-23T09:00:00Z</lastmod>
<xhtml:link rel="alternate" hreflang="it" href="https://aiuto.internal/prenota/"/>
<xhtml:link rel="alternate" hreflang="en" href="https://aiuto.internal/en/prenota/"/>
<xhtml:link rel="alternate" hreflang="x-default" href="https://aiuto.internal/prenota/"/></url>`,
    );
    expect(map).toContain("<loc>https://aiuto.internal/argomenti/immigrazione/</loc>");
    expect(map).not.toMatch(/grazie|parere|404|feed\.xml/);
  });

  it("is a calendar, a manifest of each language and the one of the pages", () => {
    const build = bilingualBuild({}, { "Sportello di aiuto": "Help" });
    expect(written(build, "/en/sportello.ics")).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(JSON.parse(written(build, "/en/site.webmanifest") ?? "")).toMatchObject({ short_name: "Help" });
    expect(JSON.parse(written(build, "/feedback.json") ?? "")).toHaveProperty(["pages", "/en/prenota/"]);
  });
});

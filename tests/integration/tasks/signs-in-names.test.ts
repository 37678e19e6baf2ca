import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { CONTACTS, replace, SERVICE, SITE, withSite } from "../../support/fixture-site.ts";

/** Signs that stand for something in one of the formats that carry a name. */
const SIGNS = String.raw`R&S; "A, B" e 'C' <5> \o/ %0A, è`;

const FILES = [
  "index.html",
  "servizi/aiuto/index.html",
  "novita/feed.xml",
  "site.webmanifest",
  "sportello.ics",
  "sitemap.xml",
  "feedback.json",
  "_headers",
] as const;
const built = new Map<string, string>();
const file = (name: (typeof FILES)[number]): string => built.get(name) ?? "";

beforeAll(async () => {
  const quoted = JSON.stringify(SIGNS);
  const edits = {
    [CONTACTS]: replace('"Sportello"', quoted),
    [SITE]: (source: string) =>
      source
        .replace('"Ente di prova"', () => quoted)
        .replace('"Sportello di aiuto"', () => quoted)
        .replace('"Un sito di prova"', () => quoted),
    [SERVICE]: (source: string) =>
      source
        .replace("title: Aiuto", () => `title: ${quoted}`)
        .replace("Una scheda di prova con tutte le voci.", () => quoted)
        .replace("Prima versione.", () => quoted),
    "content/it/novita/apertura.md": (source: string) =>
      source
        .replace(/^title: .*$/m, () => `title: ${quoted}`)
        .replace(/^description: .*$/m, () => `description: ${quoted}`),
  };
  await withSite(edits, async (folder) => {
    const env = { ...process.env, SITE_DIR: folder, OUTPUT_DIR: join(folder, "built") };
    await promisify(execFile)(process.execPath, ["src/tasks/build.ts"], { env });
    for (const name of FILES) built.set(name, readFileSync(join(folder, "built", name), "utf8"));
  });
});

test("a heading and an attribute of a page say what was written, and no sign ends them", () => {
  const page = file("servizi/aiuto/index.html");
  const [, title = ""] = /data-element="service-title">([^<]*)</.exec(page) ?? [];
  const [, description = ""] = /<meta name="description" content="([^"]*)">/.exec(page) ?? [];
  expect([unescaped(title), unescaped(description)]).toEqual([SIGNS, SIGNS]);
  for (const name of FILES.filter((path) => path.endsWith(".html"))) expect(file(name)).not.toContain(SIGNS);
});

test("structured data and the manifest say what was written", () => {
  const [, json = ""] = /<script type="application\/ld\+json"[^>]*>([^<]*)<\/script>/.exec(
    file("servizi/aiuto/index.html"),
  ) ?? ["", ""];
  expect(JSON.parse(json)).toMatchObject({
    name: SIGNS,
    description: SIGNS,
    serviceOperator: { name: SIGNS },
  });
  expect(JSON.parse(file("site.webmanifest"))).toMatchObject({ short_name: SIGNS });
});

test("the feed says what was written, in entities that XML knows", () => {
  const feed = file("novita/feed.xml");
  const [, title = ""] = /<entry>\s*<title>([^<]*)<\/title>/.exec(feed) ?? [];
  const [, summary = ""] = /<summary>([^<]*)<\/summary>/.exec(feed) ?? [];
  expect([unescaped(title), unescaped(summary)]).toEqual([SIGNS, SIGNS]);
  for (const xml of [feed, file("sitemap.xml")])
    expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
});

test("the calendar says what was written, on lines of its own properties only", () => {
  const calendar = new ICAL.Component(ICAL.parse(file("sportello.ics")) as unknown[]);
  const names = ["name", "x-wr-calname"].map((name) => calendar.getFirstProperty(name)?.toICALString());
  const escaped = SIGNS.replace(/[\\;,]/g, String.raw`\$&`);
  for (const name of names) expect(name).toContain(escaped);
  expect(calendar.getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary")).toContain(SIGNS);
});

test("headers are made of no name", () => {
  expect(file("_headers")).not.toContain("R&");
});

function unescaped(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_match, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot);/g, (_match, name: string) => ({ lt: "<", gt: ">" })[name] ?? '"')
    .replaceAll("&amp;", "&");
}

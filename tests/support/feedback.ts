import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseManifest } from "../../src/feedback/http/manifest.ts";
import type { FeedbackSite } from "../../src/feedback/http/manifest.ts";
import { finishSite } from "../../src/hosting/finish-site.ts";

export const ORIGIN = "https://comune.example";

const PREFIX = "refusal.";

/** The Italian texts of the refusals, as the build provides them. */
const ITALIAN = {
  title: "Il tuo parere non è stato inviato",
  ...Object.fromEntries(
    Object.entries(JSON.parse(readFileSync("_data/i18n/it.json", "utf8")) as Record<string, string>)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, text]): [string, string] => [key.slice(PREFIX.length), text]),
  ),
};

export const MANIFEST_JSON = {
  origin: ORIGIN,
  title: "Sociale",
  authority: "Comune di Esempio",
  reportStyle: "/assets/report.0123456789.css",
  pages: {
    "/": { lang: "it", revision: "0123456789ab", source: "/", title: "Home", gulpease: 81 },
    "/servizi/": { lang: "it", revision: "ab0123456789", source: "/servizi/", title: "Servizi" },
    "/en/": { lang: "en", revision: "cd0123456789", source: "/", title: "Home in English", isStale: true },
  },
  languages: {
    it: { formVersion: "01234567", thanks: "/grazie/", retry: "/parere/", refusals: ITALIAN },
    en: {
      formVersion: "76543210",
      thanks: "/en/thanks/",
      retry: "/en/feedback/",
      // Each text contains its key, so that a test can tell which one was used.
      refusals: Object.fromEntries(Object.keys(ITALIAN).map((key) => [key, `English ${key}`])),
    },
  },
  phones: ["+390571878778"],
};

const radio = (name: string, value: string, slot: string) =>
  `<input type="radio" id="${slot}" name="${name}" value="${value}" data-slot="${slot}">`;

export const RETRY_PAGE = `<!doctype html><html lang="it"><title>Il tuo parere</title>
<div data-slot="errors"></div><form action="/api/feedback" method="post">
<input type="hidden" id="p" name="page" data-slot="page"><input type="hidden" name="lang" data-slot="lang">
<input type="hidden" name="formVersion" data-slot="formVersion"><input type="hidden" name="pageRevision" data-slot="pageRevision">
${[1, 2, 3, 4, 5].map((value) => radio("rating", String(value), `rating-${value}`)).join("")}
${radio("answer", "clear", "answer-positive-clear")}${radio("answer", "other", "answer-positive-other")}
${radio("answer", "unclear", "answer-negative-unclear")}${radio("answer", "other", "answer-negative-other")}
<textarea id="comment" name="comment" data-slot="comment"></textarea><input name="sito_web" value=""></form></html>`;

export const SITE: FeedbackSite = {
  manifest: parseManifest(MANIFEST_JSON),
  retryPages: new Map([
    ["it", RETRY_PAGE],
    ["en", RETRY_PAGE.replace("Il tuo parere", "Your feedback")],
  ]),
  reportStyle: "body{color:#000}",
};

/** A valid JSON post with a new id. */
export function jsonPost(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { id: randomUUID(), ...formPost(), rating: 5, ...changes };
}

/** A valid post from the form without script. */
export function formPost(changes: Record<string, string> = {}): Record<string, string> {
  return {
    page: "/servizi/",
    rating: "5",
    lang: "it",
    formVersion: "01234567",
    pageRevision: "ab0123456789",
    ...changes,
  };
}

/** Writes the smallest built site that the server can serve. Files may be added or replaced. */
export async function writeBuiltSite(
  directory: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const files = {
    "feedback.json": JSON.stringify(MANIFEST_JSON),
    "assets/report.0123456789.css": SITE.reportStyle,
    "index.html": "<h1>Home</h1>",
    "servizi/index.html": "<h1>Servizi</h1>",
    "grazie/index.html": "<h1>Grazie</h1>",
    "parere/index.html": RETRY_PAGE,
    "en/feedback/index.html": RETRY_PAGE,
    "404.html": "<h1>Pagina non trovata</h1>",
    "segretariato-sociale.ics": "BEGIN:VCALENDAR",
    "site.webmanifest": "{}",
    "novita/feed.xml": "<feed/>",
    ...changes,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(directory, path, ".."), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  await finishSite(directory);
}

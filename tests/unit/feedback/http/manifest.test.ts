import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadFeedbackSite, parseManifest } from "../../../../src/feedback/http/manifest.ts";
import { MANIFEST_JSON, RETRY_PAGE, writeBuiltSite } from "../../../support/feedback.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "manifest-"));
});
afterEach(() => rm(directory, { recursive: true }));

describe("the manifest", () => {
  it("gives the pages and the languages by name", () => {
    const { pages, languages } = parseManifest(MANIFEST_JSON);
    expect(pages.get("/servizi/")).toMatchObject({ lang: "it", source: "/servizi/", isStale: false });
    expect(pages.get("constructor")).toBeUndefined();
    expect(languages.get("en")).toMatchObject({ thanks: "/en/thanks/", retry: "/en/feedback/" });
  });

  it("gives each language the words of its refusals", () => {
    const { languages } = parseManifest(MANIFEST_JSON);
    expect(languages.get("it")?.refusals["field.required"]).toMatch(/^Manca un dato/);
    expect(languages.get("en")?.refusals.title).toBe("English title");
  });

  it.each(["title", "unavailable", "field.unknown-field"])("may not lack the words of %s", (key) => {
    const { it: italian } = MANIFEST_JSON.languages;
    for (const text of [undefined, "", " "]) {
      const refusals = { ...italian.refusals, [key]: text };
      expect(() =>
        parseManifest({
          ...MANIFEST_JSON,
          languages: { ...MANIFEST_JSON.languages, it: { ...italian, refusals } },
        }),
      ).toThrow(key);
    }
  });

  it("gives the service's own numbers, none when it has none", () => {
    expect(parseManifest({ ...MANIFEST_JSON, phones: ["+390571878778", "1522", "116117"] }).phones).toEqual([
      "+390571878778",
      "1522",
      "116117",
    ]);
  });

  it.each([
    [{ phones: ["0571 878778"] }],
    [{ phones: undefined }],
    [{ origin: "https://comune.example/" }],
    [{ origin: "comune.example" }],
    [{ pages: { "/servizi": MANIFEST_JSON.pages["/"] } }],
    [{ pages: { "/a b/": MANIFEST_JSON.pages["/"] } }],
    [{ pages: { "/": { ...MANIFEST_JSON.pages["/"], lang: "fr" } } }],
    [{ feedbackUrl: "/api/feedback" }],
    [{ languages: { it: { ...MANIFEST_JSON.languages.it, thanks: "https://evil.example/" } } }],
  ])("may not have %o", (change) => {
    expect(() => parseManifest({ ...MANIFEST_JSON, ...change })).toThrow();
  });
});

describe("the built site", () => {
  it("is read with the retry page of each language", async () => {
    await writeBuiltSite(directory);
    const { manifest, retryPages } = await loadFeedbackSite(directory);
    expect(manifest.origin).toBe(MANIFEST_JSON.origin);
    expect([...retryPages]).toEqual([
      ["it", RETRY_PAGE],
      ["en", RETRY_PAGE],
    ]);
  });

  it("gives retry pages that work at another host's address, when the form posts there", async () => {
    await writeBuiltSite(directory);
    const feedbackUrl = "https://pareri.example/api/feedback";
    await writeFile(join(directory, "feedback.json"), JSON.stringify({ ...MANIFEST_JSON, feedbackUrl }));
    await writeFile(join(directory, "parere/index.html"), '<a href="/servizi/">');
    const { manifest, retryPages } = await loadFeedbackSite(directory);
    expect(manifest.feedbackUrl).toBe(feedbackUrl);
    expect(retryPages.get("it")).toBe('<a href="https://comune.example/servizi/">');
  });

  it("is asked for when it is missing, incomplete or unreadable", async () => {
    await expect(loadFeedbackSite(directory)).rejects.toThrow("npm run build");
    await writeBuiltSite(directory);
    await rm(join(directory, "en/feedback/index.html"));
    await expect(loadFeedbackSite(directory)).rejects.toThrow("npm run build");
    await writeFile(join(directory, "feedback.json"), "{");
    await expect(loadFeedbackSite(directory)).rejects.toThrow("npm run build");
  });
});

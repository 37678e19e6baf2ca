import { readFileSync } from "node:fs";
import { join } from "node:path";
import { siteUnderTest } from "./site-under-test.ts";

/** What the checks need of the site's `_data/site.json`. */
interface SiteFacts {
  body: { address: Record<"streetAddress" | "postalCode" | "addressLocality", string | null> };
  accessibilityDeclaration: string | null;
  languages: { code: string; name: string; dir: string }[];
  contentLicense: { title: string; paragraphs: string[] };
  sections: { element: string; categoryElement: string; url: string; categories: string[] }[];
}

/** The facts as an editor wrote them: a page must repeat them word for word. */
export const site = readJson(join(siteUnderTest.folder, "_data/site.json")) as SiteFacts;
export const topicNames = (readJson("_data/topics.json") as { name: string }[]).map(({ name }) => name);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

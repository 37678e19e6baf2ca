import { readFileSync } from "node:fs";
import { join } from "node:path";
import { siteUnderTest } from "./site-under-test.ts";

/** The part of the site's `_data/site.json` that the tests read. */
interface SiteFacts {
  languages: { code: string; name: string; dir: string }[];
  sections: { element: string; url: string }[];
}

/** The facts as an editor wrote them. */
export const site = JSON.parse(
  readFileSync(join(siteUnderTest.folder, "_data/site.json"), "utf8"),
) as SiteFacts;

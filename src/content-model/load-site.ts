import { compileSite, type LoadedSite } from "./compile-site.ts";
import type { SiteDirs } from "./reading/site-dirs.ts";
import { type ReadingCache, readSources } from "./reading/site-sources.ts";

export type { LoadedSite } from "./compile-site.ts";

/**
 * Reads and checks a whole site. What editors got wrong comes back as problems, all of them, never as an exception.
 * @param cache of the last load of the same site, where there was one.
 */
export async function loadSite(dirs: SiteDirs, cache?: ReadingCache): Promise<LoadedSite> {
  return compileSite(await readSources(dirs, cache));
}

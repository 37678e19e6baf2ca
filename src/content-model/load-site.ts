import { compileSite, type LoadedSite } from "./compile-site.ts";
import type { SiteDirs } from "./reading/site-dirs.ts";
import { type ReadingCache, readSources } from "./reading/site-sources.ts";

export type { LoadedSite } from "./compile-site.ts";

/**
 * Reads and checks a whole site. All mistakes of editors are returned as problems, never thrown.
 * @param cache the cache of the last load of the same site, if any
 */
export async function loadSite(dirs: SiteDirs, cache?: ReadingCache): Promise<LoadedSite> {
  return compileSite(await readSources(dirs, cache));
}

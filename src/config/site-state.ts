import { type Assets, buildAssets } from "../assets/build-assets.ts";
import type { ContentPage } from "../content-model/reading/content-page.ts";
import { loadSite } from "../content-model/load-site.ts";
import { siteUrls } from "../content-model/reading/site-urls.ts";
import { formatProblem, type Problem } from "../content-model/problems/problem.ts";
import type { SiteDirs } from "../content-model/reading/site-dirs.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";
import { siteToday } from "../shared/site-today.ts";

/** What one build knows: the checked facts and pages, every address, the assets it made, and its date. */
export interface BuiltSite {
  facts: SiteFacts;
  pages: ContentPage[];
  urls: ReadonlySet<string>;
  assets: Assets;
  today: Date;
  /** The remote handler that the form posts to; undefined when the site has its own. */
  feedbackUrl?: string | undefined;
}

/** The current build's site, replaced as a whole at the start of each build. */
export interface SiteState {
  current(): BuiltSite;
  reload(output: string): Promise<void>;
}

/** Content that an editor must mend. The message lists every problem, one a line; there is no stack to read. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
    this.name = "ContentError";
    this.stack = this.message;
  }
}

/**
 * Loads and checks a site and builds its assets, once a build.
 * @throws ContentError when content or data are wrong; nothing has been written then.
 */
export function createSiteState(dirs: SiteDirs, feedbackUrl?: string): SiteState {
  let built: BuiltSite | undefined;
  return {
    current() {
      if (!built) throw new Error("The site was read before it was loaded: call reload() first.");
      return built;
    },
    async reload(output) {
      const { facts, pages, problems } = await loadSite(dirs);
      if (!facts || problems.length > 0) throw new ContentError(problems);
      built = {
        facts,
        pages,
        urls: siteUrls(pages, facts),
        assets: await buildAssets(output, facts, feedbackUrl),
        today: siteToday(process.env),
        feedbackUrl,
      };
    },
  };
}

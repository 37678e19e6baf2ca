import { compileSite, type LoadedSite } from "../content-model/compile-site.ts";
import { formatProblem, type Problem, sortProblems } from "../content-model/problems/problem.ts";
import type { Page } from "../content-model/reading/page.ts";
import type { SiteSources } from "../content-model/reading/site-sources.ts";
import { recordFollows } from "./record-follows.ts";

/** The result of accepting translations. */
export interface Accepted {
  /** The site afterwards. Its problems include those for which translations were refused. */
  site: LoadedSite;
  /** The translations that now follow their sources, with the new contents of their files. */
  written: { page: Page; bytes: Uint8Array }[];
  /**
   * Files that cannot be shown to be translations of their source. Nothing was recorded for them.
   */
  refused: string[];
}

/** A translation that does not follow its source as it is now. */
interface Candidate {
  page: Page;
  source: Page;
  /** The revision of the source. */
  revision: string;
}

/**
 * Records in the chosen translations that they follow their sources as these are now. A translation
 * is refused if it or its source has mistakes, because it cannot follow what it does not say.
 * @param isChosen returns true if a translation was asked for, by its own file or by
 * that of its source
 */
export function acceptTranslations(
  sources: SiteSources,
  isChosen: (page: Page, source: Page) => boolean,
): Accepted {
  const before = compileSite(sources);
  const candidates = outdatedTranslations(before).filter(({ page, source }) => isChosen(page, source));
  if (candidates.length === 0) return { site: before, written: [], refused: [] };
  const { problems } = compileSite(record(sources, candidates));
  const problemsOf = ({ page, source }: Candidate): Problem[] =>
    problems.filter(({ file }) => file === page.file || file === source.file);
  const { right = [], wrong = [] } = Object.groupBy(candidates, (candidate) =>
    problemsOf(candidate).length === 0 ? "right" : "wrong",
  );
  const accepted = record(sources, right);
  const site = compileSite(accepted);
  return {
    site: { ...site, problems: union(site.problems, wrong.flatMap(problemsOf)) },
    written: right.flatMap(({ page }) =>
      accepted.content.filter(({ file }) => file === page.file).map(({ bytes }) => ({ page, bytes })),
    ),
    refused: wrong.map(({ page }) => page.file),
  };
}

/** Merges lists of problems, each problem once. */
function union(...lists: readonly (readonly Problem[])[]): Problem[] {
  return sortProblems([
    ...new Map(lists.flat().map((problem) => [formatProblem(problem), problem])).values(),
  ]);
}

function outdatedTranslations({ pages }: LoadedSite): Candidate[] {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  return pages.flatMap((page) => {
    const { follows, current = "", source: own } = page.translation ?? {};
    const source = own && byUrl.get(own.url);
    return source && follows !== current ? [{ page, source, revision: current }] : [];
  });
}

function record(sources: SiteSources, candidates: readonly Candidate[]): SiteSources {
  const revisions = new Map(candidates.map(({ page, revision }) => [page.file, revision]));
  const content = sources.content.map((file) => {
    const revision = revisions.get(file.file);
    if (revision === undefined) return file;
    const text = Buffer.from(file.bytes).toString("utf8");
    return { ...file, bytes: Buffer.from(recordFollows(text, revision)) };
  });
  return { ...sources, content };
}

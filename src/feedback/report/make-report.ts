import { figuresOf } from "./figures.ts";
import type { Figures } from "./figures.ts";
import { isCurrent, ratedPages } from "./rated-pages.ts";
import type { RatedPage, ReportedSite } from "./rated-pages.ts";
import type { PageCount, WeekCount } from "./read-counts.ts";
import type { PageReport, Report } from "./report.ts";
import type { PageRevision } from "./revisions.ts";
import { isSinceChange } from "./selection.ts";
import type { Selection } from "./selection.ts";

const DAY_MS = 86_400_000;

/** What the database says, for a report to be made of. */
export interface ReportRows {
  counts: readonly PageCount[];
  weeks: readonly WeekCount[];
  revisions: readonly PageRevision[];
  alerts: Report["alerts"];
  /** What the last check of links found, by page. */
  brokenLinks: ReadonlyMap<string, string>;
  comments: Report["comments"];
  /** New comments by the page in its own language. */
  newComments: ReadonlyMap<string, number>;
  suspects: number;
}

/**
 * Makes the report: it pools the languages of each page, splits what was said before and after its
 * last change, and ranks the pages.
 * @param today the day in Italy
 */
export function makeReport(
  site: ReportedSite,
  selection: Selection,
  rows: ReportRows,
  { now, today }: { now: Date; today: string },
): Report {
  const { origin, title, authority } = site;
  const pages = selectedPages(site, selection, rows.counts);
  const isOfNow = (count: PageCount) => isCurrent(site, count);
  const isSelected = isSinceChange(selection) ? isOfNow : () => true;
  const selected = rows.counts.filter(isSelected);
  const bySource = Map.groupBy(rows.counts, ({ page }) => site.pages.get(page)?.source ?? page);
  return {
    site: { title, authority, origin },
    made: now.toISOString(),
    selection,
    figures: figuresOf(selected),
    weeks: [...rows.weeks],
    languages: [...Map.groupBy(selected, ({ lang }) => lang)]
      .map(([lang, counts]) => ({ lang, figures: figuresOf(counts) }))
      .sort((a, b) => b.figures.ratings - a.figures.ratings),
    pages: pages
      .map((page) => pageReport(page, bySource.get(page.source) ?? []))
      .sort((a, b) => worstFirst(a.figures, b.figures)),
    revisions: selection.page === undefined ? [] : pages.flatMap((page) => revisionReports(page)),
    alerts: rows.alerts,
    comments: rows.comments,
    suspects: rows.suspects,
  };

  function pageReport(page: RatedPage, counts: readonly PageCount[]): PageReport {
    const changed = lastChange(page);
    return {
      page: page.source,
      title: page.title,
      isGone: page.versions.length === 0,
      figures: figuresOf(counts.filter(isSelected)),
      ...beforeAndAfter(counts),
      changed,
      daysSinceChange:
        changed === null ? null : Math.round((Date.parse(today) - Date.parse(changed)) / DAY_MS),
      gulpease: page.gulpease ?? null,
      staleLanguages: page.versions.flatMap(({ lang, isStale }) => (isStale ? [lang] : [])),
      brokenLinks: rows.brokenLinks.get(page.source) ?? null,
      newComments: page.versions.reduce((sum, version) => sum + (rows.newComments.get(version.page) ?? 0), 0),
    };
  }

  /** Only of languages whose words have changed: votes on the others are no effect of a change. */
  function beforeAndAfter(counts: readonly PageCount[]): Pick<PageReport, "before" | "after"> {
    if (!isSinceChange(selection)) return { before: null, after: null };
    const past = counts.filter((count) => !isOfNow(count));
    const changed = new Set(past.map(({ page }) => page));
    const present = counts.filter((count) => isOfNow(count) && changed.has(count.page));
    return { before: figuresOf(past), after: figuresOf(present) };
  }

  /** The day from which on the source has its words. */
  function lastChange({ source }: RatedPage): string | null {
    return rows.revisions.findLast(({ page }) => page === source)?.firstDay ?? null;
  }

  function revisionReports({ versions }: RatedPage): Report["revisions"] {
    return versions.flatMap(({ page, lang, revision }) => {
      const counts = Map.groupBy(
        rows.counts.filter((count) => count.page === page),
        (count) => count.revision,
      );
      const firstDays = new Map(
        rows.revisions
          .filter((known) => known.page === page)
          .map((known) => [known.revision, known.firstDay]),
      );
      return [...new Set([...firstDays.keys(), ...counts.keys()])]
        .map((known) => ({
          lang,
          firstDay: firstDays.get(known) ?? null,
          isCurrent: known === revision,
          figures: figuresOf(counts.get(known) ?? []),
        }))
        .sort((a, b) => (a.firstDay ?? "").localeCompare(b.firstDay ?? ""));
    });
  }
}

/** The pages of the report: those of the site, and those that are gone but were rated. */
function selectedPages(site: ReportedSite, { page }: Selection, counts: readonly PageCount[]): RatedPage[] {
  const known = ratedPages(site);
  if (page !== undefined) return known.filter(({ source }) => source === page);
  const gone = new Set(counts.filter((count) => !site.pages.has(count.page)).map((count) => count.page));
  return [
    ...known,
    ...[...gone].map((source): RatedPage => ({ source, title: source, gulpease: undefined, versions: [] })),
  ];
}

/**
 * Ranks by the upper bound of the share, so that a page comes first when it is certain that it does
 * badly: two bad ratings are less certain than fifty. Pages without ratings come last.
 */
function worstFirst(a: Figures, b: Figures): number {
  return (a.share?.high ?? 2) - (b.share?.high ?? 2) || b.ratings - a.ratings;
}

import { addDays } from "../../shared/opening-hours.ts";
import { wilsonInterval } from "../../shared/wilson.ts";
import type { Row } from "../store/sql-driver.ts";
import { addUp } from "./ratings.ts";
import type { Ratings } from "./ratings.ts";
import { nameOf } from "./watched.ts";
import type { Watched } from "./watched.ts";

/** The weeks with which the week of a digest is compared. */
export const COMPARED_WEEKS = 12;

/** Beyond these, a digest is not read. */
const MAX_PAGES = 5;

/** Fewer ratings than these say nothing of a page. */
const MIN_RATINGS = 5;

/** A page, or the whole site: its ratings in the week and in the weeks before. */
export interface Compared {
  week: Ratings;
  before: Ratings;
}

export interface ComparedPage extends Compared {
  /** With its address: «Servizi (/servizi/)». */
  name: string;
}

/** What a digest tells of a week. */
export interface Digest {
  /** Monday and Sunday. */
  firstDay: string;
  lastDay: string;
  site: Compared;
  /** The pages that differ from the weeks before by more than chance, the most changed first. */
  changed: readonly ComparedPage[];
  /** The pages that are surely below the site, the worst first. */
  low: readonly ComparedPage[];
  /** What was told in the week. */
  alerts: readonly string[];
  /** Comments that nobody has looked at. */
  waiting: number;
}

/**
 * Reads what a digest tells.
 * @param monday the first day of the week
 */
export async function readDigest({ driver, pages }: Watched, monday: string): Promise<Digest> {
  const end = addDays(monday, 7);
  const rows = await driver.query(
    `SELECT page, created_at >= $2::timestamp AT TIME ZONE 'Europe/Rome' AS in_week,
       count(*)::int AS total, count(*) FILTER (WHERE rating >= 4)::int AS positive
     FROM feedback
     WHERE created_at >= $1::timestamp AT TIME ZONE 'Europe/Rome' AND created_at < $3::timestamp AT TIME ZONE 'Europe/Rome'
     GROUP BY page, in_week`,
    [addDays(monday, -7 * COMPARED_WEEKS), monday, end],
  );
  const told = await driver.query(
    `SELECT detail FROM feedback_alert
     WHERE detail <> ''
       AND sent_at >= $1::timestamp AT TIME ZONE 'Europe/Rome' AND sent_at < $2::timestamp AT TIME ZONE 'Europe/Rome'
     ORDER BY sent_at, page`,
    [monday, end],
  );
  const [comments] = await driver.query(
    `SELECT count(*)::int AS waiting FROM feedback
     WHERE comment_digest IS NOT NULL AND NOT EXISTS (SELECT FROM feedback_handling WHERE post = id)`,
    [],
  );
  const bySource = Map.groupBy(rows, (row) => pages.get(String(row["page"]))?.source);
  const compared = [...bySource].flatMap(([page, counts]) =>
    page === undefined ? [] : [{ name: nameOf(pages, page), ...compare(counts) }],
  );
  const site = compare(rows);
  return {
    firstDay: monday,
    lastDay: addDays(end, -1),
    site,
    ...choosePages(compared, site),
    alerts: told.map(({ detail }) => String(detail)),
    waiting: Number(comments?.["waiting"]),
  };
}

/** Chooses the pages that a reader should look at, by intervals and never by bare shares. */
export function choosePages(pages: readonly ComparedPage[], site: Compared): Pick<Digest, "changed" | "low"> {
  const all = ({ week, before }: Compared) => addUp([week, before]);
  const high = (ratings: Ratings) => wilsonInterval(ratings.positive, ratings.total).high;
  const siteShare = shareOf(all(site));
  const changed = pages
    .filter(({ week, before }) => isKnown(week) && isKnown(before) && differ(week, before))
    .sort((one, other) => change(other) - change(one));
  const low = pages
    .filter((page) => isKnown(all(page)) && high(all(page)) < siteShare)
    .sort((one, other) => high(all(one)) - high(all(other)));
  return { changed: changed.slice(0, MAX_PAGES), low: low.slice(0, MAX_PAGES) };
}

function compare(counts: readonly Row[]): Compared {
  const ratings = (isInWeek: boolean) =>
    addUp(
      counts
        .filter((row) => row["in_week"] === isInWeek)
        .map(({ positive, total }) => ({ positive: Number(positive), total: Number(total) })),
    );
  return { week: ratings(true), before: ratings(false) };
}

function isKnown({ total }: Ratings): boolean {
  return total >= MIN_RATINGS;
}

function shareOf({ positive, total }: Ratings): number {
  return total === 0 ? 0 : positive / total;
}

/** True if the two intervals have nothing in common. */
function differ(one: Ratings, other: Ratings): boolean {
  const [first, second] = [one, other].map(({ positive, total }) => wilsonInterval(positive, total));
  return first !== undefined && second !== undefined && (first.high < second.low || second.high < first.low);
}

function change({ week, before }: Compared): number {
  return Math.abs(shareOf(week) - shareOf(before));
}

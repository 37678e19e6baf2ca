import { addDays } from "../../shared/opening-hours.ts";
import { romeDay } from "../../shared/time-zone.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import { findUnusualDays } from "../store/unusual-days.ts";
import type { UnusualDay } from "../store/unusual-days.ts";
import type { CountFilter } from "./count-filter.ts";
import { countComments } from "./handling.ts";
import { makeReport } from "./make-report.ts";
import { addressesOf } from "./rated-pages.ts";
import type { ReportedSite } from "./rated-pages.ts";
import { readCounts, readWeeks } from "./read-counts.ts";
import type { Report } from "./report.ts";
import { readRevisions } from "./revisions.ts";
import { selectedDays } from "./selection.ts";
import type { Selection } from "./selection.ts";

/** How far back the trend goes, if no days are chosen. */
const TREND_DAYS = 364;

/** How long an alert is shown. */
const ALERT_DAYS = 30;

/** Reads the report of a selection from the database. */
export async function readReport(
  driver: SqlDriver,
  site: ReportedSite,
  selection: Selection,
  now = new Date(),
): Promise<Report> {
  const today = romeDay(now);
  const filter: CountFilter = {
    ...selectedDays(selection, today),
    lang: selection.lang,
    pages: selection.page === undefined ? undefined : addressesOf(site, selection.page),
  };
  const [counts, weeks, revisions, comments, alerts, brokenLinks, unusualDays, suspects] = await Promise.all([
    readCounts(driver, filter),
    readWeeks(driver, { ...filter, since: filter.since ?? addDays(filter.until ?? today, -TREND_DAYS) }),
    readRevisions(driver, filter.pages),
    countComments(driver, filter),
    readAlerts(driver, addDays(today, -ALERT_DAYS)),
    readBrokenLinks(driver),
    findUnusualDays(driver, { since: addDays(today, -ALERT_DAYS) }),
    driver.query("SELECT count(*)::int AS posts FROM feedback_suspect", []),
  ]);
  return makeReport(
    site,
    selection,
    {
      counts,
      weeks,
      revisions,
      ...comments,
      alerts: [...alerts, ...unusualDays.map((day) => unusualAlert(site, day))],
      brokenLinks,
      suspects: Number(suspects[0]?.["posts"]),
    },
    { now, today },
  );
}

/** What is done once a day or week leaves a row too, without a detail. */
async function readAlerts(driver: SqlDriver, since: string): Promise<Report["alerts"]> {
  const rows = await driver.query(
    `SELECT kind, page, to_char(day, 'YYYY-MM-DD') AS day, detail FROM feedback_alert
     WHERE sent_at >= $1::date AND detail <> '' ORDER BY sent_at DESC, kind, page`,
    [since],
  );
  return rows.map((row) => ({
    kind: String(row["kind"]),
    page: String(row["page"]),
    day: String(row["day"]),
    detail: String(row["detail"]),
  }));
}

/** What the last check found. A link that was mended since then is in it no more. */
async function readBrokenLinks(driver: SqlDriver): Promise<Map<string, string>> {
  const rows = await driver.query(
    `SELECT page, detail FROM feedback_alert WHERE kind = 'broken-links'
       AND day = (SELECT max(day) FROM feedback_alert WHERE kind = 'links-checked')`,
    [],
  );
  return new Map(rows.map((row) => [String(row["page"]), String(row["detail"])]));
}

const NUMBER = new Intl.NumberFormat("it", { maximumFractionDigits: 1 });

/** Nobody but a person can judge such a day, so its posts count, and whoever reads is told. */
function unusualAlert(
  { pages }: ReportedSite,
  { day, page, posts, usual, rating }: UnusualDay,
): Report["alerts"][number] {
  const { source = page, title = page } = pages.get(page) ?? {};
  const detail =
    `${title} (${page}): ${posts} valutazioni in un giorno, di solito ${NUMBER.format(usual)}. Voto medio ` +
    `${NUMBER.format(rating)}. Contano tutte: può essere una campagna, una scuola o una frode.`;
  return { kind: "unusual-day", page: source, day, detail };
}

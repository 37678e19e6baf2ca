import { addDays } from "../../shared/opening-hours.ts";
import { romeDay } from "../../shared/time-zone.ts";
import type { Row } from "../store/sql-driver.ts";
import { lastTold } from "./alerts.ts";
import type { Alert } from "./alerts.ts";
import type { BrokenLink } from "./broken-links.ts";
import { BASELINE_WEEKS, findDrop, WATCHED_WEEKS } from "./drop-test.ts";
import type { ProbeResult } from "./probe.ts";
import { addUp, shareInWords } from "./ratings.ts";
import type { Ratings } from "./ratings.ts";
import { isSilence, pauseInWords } from "./silence.ts";
import { nameOf } from "./watched.ts";
import type { Watched } from "./watched.ts";
import { dayInWords, mondayOf } from "./weeks.ts";

/** This many on a page within a day are no accident. */
const TECHNICAL_PROBLEMS = 3;

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** Finds what somebody should be told now, and was not told yet. */
export async function findAlerts(watched: Watched, probe: ProbeResult): Promise<Alert[]> {
  return [
    ...(await findProbeAlert(watched, probe)),
    ...(await findSilence(watched, probe)),
    ...(await findTechnicalProblems(watched)),
    ...(await findDrops(watched)),
  ];
}

/** An outage is told when it begins and when it ends, each at most once a day. */
async function findProbeAlert({ driver, now }: Watched, probe: ProbeResult): Promise<Alert[]> {
  const [last] = await driver.query(
    "SELECT kind FROM feedback_alert WHERE kind IN ('probe', 'probe-answered') ORDER BY sent_at DESC LIMIT 1",
    [],
  );
  const isOut = last?.["kind"] === "probe";
  const told = { page: "", day: romeDay(now) };
  if (probe.answered && isOut)
    return [{ ...told, kind: "probe-answered", detail: "Il modulo dei pareri risponde di nuovo." }];
  if (probe.answered || isOut) return [];
  const detail = `Il modulo dei pareri non risponde come deve: ${probe.reason}. I pareri possono andare persi.`;
  return [{ ...told, kind: "probe", detail }];
}

/** A silence is known by the day of the last rating before it, and told once. */
async function findSilence({ driver, now }: Watched, probe: ProbeResult): Promise<Alert[]> {
  const time = now.toISOString();
  const [latest] = await driver.query(
    "SELECT max(created_at) AS last FROM feedback WHERE created_at <= $1::timestamptz",
    [time],
  );
  const last = latest?.["last"];
  // Most sites get ratings every day. They need not be asked for the gaps of a year.
  if (!(last instanceof Date) || now.getTime() - last.getTime() <= DAY_MS) return [];
  const [row] = await driver.query(
    `SELECT count(*)::int AS ratings, extract(epoch FROM max(gap))::float8 * 1000 AS longest
     FROM (
       SELECT created_at, created_at - lag(created_at) OVER (ORDER BY created_at) AS gap FROM feedback
       WHERE created_at > $1::timestamptz - interval '15 months' AND created_at <= $1::timestamptz
     ) AS gaps
     WHERE created_at > $1::timestamptz - interval '13 months'`,
    [time],
  );
  const known = { ratings: Number(row?.["ratings"]), longestGapMs: Number(row?.["longest"]) };
  const silentMs = now.getTime() - last.getTime();
  if (!isSilence({ ...known, silentMs })) return [];
  const answer = probe.answered
    ? "Il modulo però risponde: forse sulle pagine non si vede più, o nessuno ci arriva."
    : "Nemmeno il modulo risponde come deve.";
  const detail =
    `Nessun parere su tutto il sito da ${pauseInWords(silentMs)}. ` +
    `Negli ultimi 13 mesi la pausa più lunga è stata di ${pauseInWords(known.longestGapMs)}. ${answer}`;
  return [{ kind: "silence", page: "", day: romeDay(last), detail }];
}

/** Answers that were told of are not counted again: a page is told of again after three more. */
async function findTechnicalProblems({ driver, pages, now }: Watched): Promise<Alert[]> {
  const rows = await driver.query(
    // The second step, which has the answer, may come a day after the rating.
    `SELECT page, coalesce(updated_at, created_at) AS time FROM feedback
     WHERE answer = 'technical-problems' AND created_at > $1::timestamptz - interval '49 hours'
       AND coalesce(updated_at, created_at) > $1::timestamptz - interval '24 hours'
       AND coalesce(updated_at, created_at) <= $1::timestamptz`,
    [now.toISOString()],
  );
  const told = await lastTold(driver, "technical-problems");
  const counts = new Map<string, number>();
  for (const { page, time } of rows) {
    const source = pages.get(String(page))?.source;
    if (source === undefined || (time as Date) <= (told.get(source) ?? new Date(0))) continue;
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, answers]) => answers >= TECHNICAL_PROBLEMS)
    .map(([page, answers]) => ({
      kind: "technical-problems",
      page,
      day: romeDay(now),
      detail: `${nameOf(pages, page)}: in 24 ore ${answers} pareri dicono «Ho avuto problemi tecnici».`,
    }));
}

/** One alert for each page with broken links. */
export function linkAlerts(
  { pages }: Pick<Watched, "pages">,
  monday: string,
  broken: ReadonlyMap<string, readonly BrokenLink[]>,
): Alert[] {
  return [...broken].map(([page, links]) => {
    const list = links.map(({ url, reason }) => `${url} ${reason}`).join("; ");
    const number =
      links.length === 1 ? "un collegamento non porta" : `${links.length} collegamenti non portano`;
    return {
      kind: "broken-links",
      page,
      day: monday,
      detail: `${nameOf(pages, page)}: ${number} più da nessuna parte. ${list}.`,
    };
  });
}

/** Looks at whole weeks. A page that was told of rests until its drop has become usual. */
async function findDrops({ driver, pages, now }: Watched): Promise<Alert[]> {
  const thisMonday = mondayOf(romeDay(now));
  const mondays = Array.from({ length: BASELINE_WEEKS + WATCHED_WEEKS }, (_, index) =>
    addDays(thisMonday, -7 * (BASELINE_WEEKS + WATCHED_WEEKS - index)),
  );
  const rows = await driver.query(
    `SELECT page, to_char(date_trunc('week', created_at AT TIME ZONE 'Europe/Rome'), 'YYYY-MM-DD') AS monday,
       count(*)::int AS total, count(*) FILTER (WHERE rating >= 4)::int AS positive
     FROM feedback
     WHERE created_at >= $1::timestamp AT TIME ZONE 'Europe/Rome' AND created_at < $2::timestamp AT TIME ZONE 'Europe/Rome'
     GROUP BY page, monday`,
    [mondays[0], thisMonday],
  );
  const told = await lastTold(driver, "drop");
  const bySource = Map.groupBy(rows, (row) => pages.get(String(row["page"]))?.source);
  return [...bySource].flatMap(([page, counts]): Alert[] => {
    const lastTime = told.get(page ?? "")?.getTime() ?? -Infinity;
    if (page === undefined || now.getTime() - lastTime < WATCHED_WEEKS * WEEK_MS) return [];
    const weeks = mondays.map((monday) =>
      addUp(counts.filter((row) => row["monday"] === monday).map(ratingsOf)),
    );
    const baseline = addUp(weeks.slice(0, BASELINE_WEEKS));
    const watched = weeks.slice(BASELINE_WEEKS);
    const start = findDrop(baseline, watched);
    if (start === undefined) return [];
    const day = mondays[BASELINE_WEEKS + start] ?? thisMonday;
    const since = addUp(watched.slice(start));
    const detail = `${nameOf(pages, page)}: i voti 4 e 5 sono scesi. Erano ${shareInWords(baseline)}; dal ${dayInWords(day)} sono ${shareInWords(since)}.`;
    return [{ kind: "drop", page, day, detail }];
  });
}

function ratingsOf({ positive, total }: Row): Ratings {
  return { positive: Number(positive), total: Number(total) };
}

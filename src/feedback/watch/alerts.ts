import type { SqlDriver } from "../store/sql-driver.ts";

/** What somebody is told of, or what is done once a day or week. */
export type AlertKind =
  | "technical-problems"
  | "drop"
  | "silence"
  | "probe"
  | "probe-answered"
  | "broken-links"
  | "links-checked"
  | "digest"
  | "retention";

/** Something that is told once. Kind, page and day say what is the same thing. */
export interface Alert {
  kind: AlertKind;
  /** Empty for the whole site. */
  page: string;
  /** A day in Italy. */
  day: string;
  /** What is told: an Italian sentence without anything that a citizen wrote. */
  detail: string;
}

/**
 * Takes it upon this process to tell something. Of several processes that find the same, one gets
 * true. Whoever cannot tell it gives it back: see {@link giveBack}.
 */
export async function claim(
  driver: SqlDriver,
  { kind, page, day, detail }: Alert,
  now: Date,
): Promise<boolean> {
  const rows = await driver.query(
    `INSERT INTO feedback_alert (kind, page, day, detail, sent_at)
     VALUES ($1, $2, $3::date, $4, $5::timestamptz) ON CONFLICT DO NOTHING RETURNING kind`,
    [kind, page, day, detail, now.toISOString()],
  );
  return rows.length > 0;
}

/** Lets the next run tell what could not be told. */
export async function giveBack(
  driver: SqlDriver,
  { kind, page, day }: Pick<Alert, "kind" | "page" | "day">,
): Promise<void> {
  await driver.query("DELETE FROM feedback_alert WHERE kind = $1 AND page = $2 AND day = $3::date", [
    kind,
    page,
    day,
  ]);
}

/** Runs `work` if nobody has claimed it yet, and gives the claim back if it fails. */
export async function once(
  driver: SqlDriver,
  alert: Alert,
  now: Date,
  work: () => Promise<void>,
): Promise<boolean> {
  if (!(await claim(driver, alert, now))) return false;
  try {
    await work();
    return true;
  } catch (error) {
    await giveBack(driver, alert);
    throw error;
  }
}

/** When each page was last told something of a kind. */
export async function lastTold(driver: SqlDriver, kind: AlertKind): Promise<Map<string, Date>> {
  const rows = await driver.query(
    "SELECT page, max(sent_at) AS sent_at FROM feedback_alert WHERE kind = $1 GROUP BY page",
    [kind],
  );
  return new Map(rows.map((row) => [String(row["page"]), row["sent_at"] as Date]));
}

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
 * true. Whoever cannot tell it gives it back.
 */
async function claim(driver: SqlDriver, { kind, page, day, detail }: Alert, now: Date): Promise<boolean> {
  const rows = await driver.query(
    `INSERT INTO feedback_alert (kind, page, day, detail, sent_at)
     VALUES ($1, $2, $3::date, $4, $5::timestamptz) ON CONFLICT DO NOTHING RETURNING kind`,
    [kind, page, day, detail, now.toISOString()],
  );
  return rows.length > 0;
}

/** Says that a claimed alert has been told, and will not be told again. */
async function settle(driver: SqlDriver, { kind, page, day }: Alert): Promise<void> {
  await driver.query(
    "UPDATE feedback_alert SET told = true WHERE kind = $1 AND page = $2 AND day = $3::date",
    [kind, page, day],
  );
}

/** How long a process may take to tell what it has claimed. Then it has ended without. */
const CLAIM_MINUTES = 15;

/** Takes claims away from processes that ended before they told anything. */
export async function forgetUntold(driver: SqlDriver, now: Date): Promise<void> {
  await driver.query(
    `DELETE FROM feedback_alert WHERE NOT told AND sent_at < $1::timestamptz - interval '${CLAIM_MINUTES} minutes'`,
    [now.toISOString()],
  );
}

/** Lets the next run tell what could not be told. */
async function giveBack(
  driver: SqlDriver,
  { kind, page, day }: Pick<Alert, "kind" | "page" | "day">,
): Promise<void> {
  await driver.query("DELETE FROM feedback_alert WHERE kind = $1 AND page = $2 AND day = $3::date", [
    kind,
    page,
    day,
  ]);
}

/**
 * Tells those of some alerts that nobody has claimed yet, and gives them back if that fails.
 * @returns how many were told
 */
export async function tellOnce(
  driver: SqlDriver,
  found: readonly Alert[],
  now: Date,
  tell: (claimed: readonly Alert[]) => Promise<void>,
): Promise<number> {
  const claimed: Alert[] = [];
  for (const alert of found) if (await claim(driver, alert, now)) claimed.push(alert);
  if (claimed.length === 0) return 0;
  try {
    await tell(claimed);
  } catch (error) {
    for (const alert of claimed) await giveBack(driver, alert);
    throw error;
  }
  for (const alert of claimed) await settle(driver, alert);
  return claimed.length;
}

/** When each page was last told something of a kind. */
export async function lastTold(driver: SqlDriver, kind: AlertKind): Promise<Map<string, Date>> {
  const rows = await driver.query(
    "SELECT page, max(sent_at) AS sent_at FROM feedback_alert WHERE kind = $1 GROUP BY page",
    [kind],
  );
  return new Map(rows.map((row) => [String(row["page"]), row["sent_at"] as Date]));
}

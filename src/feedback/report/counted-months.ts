import { addDays } from "../../shared/opening-hours.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import type { Days } from "./selection.ts";

/** Months whose counts the database keeps: the first day, and the day after the last. */
export interface CountedMonths {
  from: string;
  to: string;
}

export const NO_MONTHS: CountedMonths = { from: "-infinity", to: "-infinity" };

/**
 * Has the database count the months that are over and not counted yet (migration 0006), and gives
 * those that lie within some days as a whole.
 */
export async function wholeMonths(driver: SqlDriver, { since, until }: Days): Promise<CountedMonths> {
  const [row] = await driver.query("SELECT to_char(feedback_count_months(), 'YYYY-MM-DD') AS open", []);
  const open = String(row?.["open"]);
  const from =
    since === undefined ? "-infinity" : firstOfMonth(addDays(firstOfMonth(addDays(since, -1)), 31));
  const end = until === undefined ? open : firstOfMonth(addDays(until, 1));
  const to = end < open ? end : open;
  return from < to ? { from, to } : NO_MONTHS;
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

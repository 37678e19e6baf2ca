import { romeDay } from "../../shared/time-zone.ts";
import { describeError } from "../logger.ts";
import type { Logger } from "../logger.ts";
import { applyRetention } from "../store/retention.ts";
import type { RetentionPeriods } from "../store/retention.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import { forgetUntold, tellOnce } from "./alerts.ts";
import type { Mailer } from "./mail.ts";
import { watchSite } from "./watch-site.ts";
import type { WatchedSite } from "./watch-site.ts";

/** What the scheduled work needs. */
export interface ScheduledDeps {
  /** With the rights of the owner of the tables, and without the time limits of a server. */
  driver: SqlDriver;
  site: WatchedSite;
  logger: Logger;
  periods: RetentionPeriods;
  /** Without one, nobody is told anything. */
  mailer: Mailer | undefined;
  now: Date;
}

/**
 * Does what is due, for a host that calls it every hour: erases once a day what has had its time,
 * and tells what should be noticed. Each of them is done even if the other fails.
 * @returns true if all of it succeeded
 */
export async function runScheduled(deps: ScheduledDeps): Promise<boolean> {
  const { driver, site, logger, periods, mailer, now } = deps;
  const erase = async () => {
    await forgetUntold(driver, now);
    const today = { kind: "retention", page: "", day: romeDay(now), detail: "" } as const;
    await tellOnce(driver, [today], now, async () => {
      logger.info({ event: "retention", ...(await applyRetention(driver, periods)) });
    });
  };
  const watch = async () => {
    if (mailer) logger.info({ event: "watch", ...(await watchSite({ driver, site, mailer, now })) });
  };
  return [await succeeds("retention", erase), await succeeds("watch", watch)].every(Boolean);

  async function succeeds(event: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      logger.error({ event, outcome: "failed", error: describeError(error) });
      return false;
    }
  }
}

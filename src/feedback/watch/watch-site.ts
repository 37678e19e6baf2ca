import { addDays } from "../../shared/opening-hours.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import { claim, giveBack, once } from "./alerts.ts";
import type { Alert } from "./alerts.ts";
import { findBrokenLinks } from "./broken-links.ts";
import { readDigest } from "./digest.ts";
import { findAlerts, linkAlerts } from "./find-alerts.ts";
import type { Mailer } from "./mail.ts";
import { alertMessage, digestMessage } from "./messages.ts";
import { probe } from "./probe.ts";
import type { ProbedSite, ProbeResult } from "./probe.ts";
import type { Watched } from "./watched.ts";
import { mondayOf, romeDay } from "./weeks.ts";

const REPORT_ENDPOINT = "/api/report";

/** The part of the manifest that is watched. */
export interface WatchedSite extends ProbedSite {
  title: string;
  pages: Watched["pages"];
}

/** What a run needs. */
export interface WatchDeps {
  driver: SqlDriver;
  site: WatchedSite;
  mailer: Mailer;
  now: Date;
  /** Sends the digest whether or not that of the week was sent. */
  sendsDigestNow?: boolean;
  /** Asks whether the form works. */
  ask?: (site: ProbedSite) => Promise<ProbeResult>;
  /** Asks other sites for the pages that this one leads to. */
  checkLinks?: typeof findBrokenLinks;
}

/** What a run did. */
export interface WatchResult {
  answered: boolean;
  alerts: number;
  digest: boolean;
  /** Addresses that the mail server refused, while it took others. */
  refused: number;
}

/**
 * Tells somebody what should be noticed now, in one message, and from Monday on, once, which links
 * are broken and how the week before went. Any number of processes may do this, as often as they
 * like: nothing is told twice.
 * @throws MailError if a message could not be sent. The next run tells what this one could not.
 */
export async function watchSite(deps: WatchDeps): Promise<WatchResult> {
  const {
    driver,
    site,
    mailer,
    now,
    sendsDigestNow = false,
    ask = probe,
    checkLinks = findBrokenLinks,
  } = deps;
  const watched = { driver, pages: site.pages, now };
  const place = {
    title: site.title,
    site: site.origin,
    report: new URL(REPORT_ENDPOINT, site.feedbackUrl ?? site.origin).href,
  };

  let refused = 0;
  const monday = mondayOf(romeDay(now));
  const answer = await ask(site);
  let alerts = await tellOnce(await findAlerts(watched, answer));
  const check: Alert = { kind: "links-checked", page: "", day: monday, detail: "" };
  await once(driver, check, now, async () => {
    alerts += await tellOnce(linkAlerts(watched, monday, await checkLinks(site.pages.values())));
  });
  const sendDigest = async () => {
    refused += await mailer.send(await digestMessage(await readDigest(watched, addDays(monday, -7)), place));
  };
  if (sendsDigestNow) await sendDigest();
  const week: Alert = { kind: "digest", page: "", day: monday, detail: "" };
  const digest = sendsDigestNow || (await once(driver, week, now, sendDigest));
  return { answered: answer.answered, alerts, digest, refused };

  async function tellOnce(found: readonly Alert[]): Promise<number> {
    const claimed: Alert[] = [];
    for (const alert of found) if (await claim(driver, alert, now)) claimed.push(alert);
    if (claimed.length === 0) return 0;
    try {
      refused += await mailer.send(await alertMessage(claimed, place));
    } catch (error) {
      for (const alert of claimed) await giveBack(driver, alert);
      throw error;
    }
    return claimed.length;
  }
}

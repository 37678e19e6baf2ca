import { addDays } from "../../shared/opening-hours.ts";
import { romeDay } from "../../shared/time-zone.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import { forgetUntold, tellOnce } from "./alerts.ts";
import type { Alert, AlertKind } from "./alerts.ts";
import { findBrokenLinks } from "./broken-links.ts";
import { readDigest } from "./digest.ts";
import { findAlerts, linkAlerts } from "./find-alerts.ts";
import type { Mailer, Message } from "./mail.ts";
import { alertMessage, digestMessage } from "./messages.ts";
import { probe } from "./probe.ts";
import type { ProbedSite, ProbeResult } from "./probe.ts";
import type { Watched } from "./watched.ts";
import { mondayOf } from "./weeks.ts";

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
  const send = async (message: Promise<Message>) => {
    refused += await mailer.send(await message);
  };
  const tell = (found: readonly Alert[]) =>
    tellOnce(driver, found, now, (claimed) => send(alertMessage(claimed, place)));
  const monday = mondayOf(romeDay(now));
  const onceAWeek = (kind: AlertKind, work: () => Promise<void>) =>
    tellOnce(driver, [{ kind, page: "", day: monday, detail: "" }], now, work);

  await forgetUntold(driver, now);
  const answer = await ask(site);
  let alerts = await tell(await findAlerts(watched, answer));
  await onceAWeek("links-checked", async () => {
    alerts += await tell(linkAlerts(watched, monday, await checkLinks(site.pages.values())));
  });
  const sendDigest = async () => send(digestMessage(await readDigest(watched, addDays(monday, -7)), place));
  if (sendsDigestNow) await sendDigest();
  const digest = sendsDigestNow || (await onceAWeek("digest", sendDigest)) > 0;
  return { answered: answer.answered, alerts, digest, refused };
}

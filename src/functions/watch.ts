import { getConnectionString } from "@netlify/database";
import type { Config } from "@netlify/functions";
import { loadFeedbackSite } from "../feedback/http/manifest.ts";
import { createLogger } from "../feedback/logger.ts";
import { versionsOf } from "../feedback/report/rated-pages.ts";
import { recordRevisions } from "../feedback/report/revisions.ts";
import { withConnection } from "../feedback/store/postgres-driver.ts";
import { readCommandSettings } from "../feedback/watch/commands.ts";
import { createMailer } from "../feedback/watch/mail.ts";
import { runScheduled } from "../feedback/watch/scheduled.ts";

const SITE_DIR = "_site";

const logger = createLogger(process.env["LOG_LEVEL"]);
const { mail, periods } = readCommandSettings(process.env);
const { manifest: site } = await loadFeedbackSite(SITE_DIR);

/** Every hour: erases what has had its time, and tells what should be noticed. */
export default async (): Promise<Response> => {
  const mailer = mail && createMailer(mail);
  const done = await withConnection(getConnectionString(), async (driver) => {
    // A server does so at its start.
    await recordRevisions(driver, versionsOf(site));
    return runScheduled({ driver, site, logger, periods, mailer, now: new Date() });
  });
  return new Response(null, { status: done ? 204 : 500 });
};

export const config: Config = { schedule: "7 * * * *" };

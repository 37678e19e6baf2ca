import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import { describeError } from "../logger.ts";
import type { Logger } from "../logger.ts";
import { ADDRESSES } from "../report/html/addresses.ts";
import { knownNames } from "../report/rated-pages.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import type { CommandDeps } from "../watch/commands.ts";
import { answerCommand, COMMANDS_PATH } from "./command-route.ts";
import type { FeedbackSite } from "./manifest.ts";
import { originSignal } from "./origins.ts";
import { createReportAccess } from "./report-access.ts";
import type { ReportContext, ReportEnv } from "./report-context.ts";
import { addReportExports } from "./report-exports.ts";
import { addReportPages } from "./report-pages.ts";

/** What the report needs, beside what the app has. */
interface ReportDeps {
  token: string;
  /** The database, with the rights of those who read. */
  driver: SqlDriver;
  site: FeedbackSite;
  logger: Logger;
  /** What the operator's commands ask for, where only this process can do it. */
  commands?: CommandDeps | undefined;
}

const REALM = 'Basic realm="Rapporto sui pareri", charset="UTF-8"';
const NO_ACCESS = "Serve il codice del rapporto: scrivilo al posto della password, con un nome qualsiasi.\n";
const TOO_MANY = "Troppi codici sbagliati. Riprova fra dieci minuti.\n";
const UNAVAILABLE =
  "Adesso il rapporto non si può leggere: il database non risponde, o il suo login non può leggere i pareri " +
  "(REPORT_DATABASE_URL, docs/feedback.md). Riprova fra un minuto.\n";

/** Makes the routes of the report. They are for who has its token, and never indexed or framed. */
export function createReportRoutes({ token, driver, site, logger, commands }: ReportDeps): Hono<ReportEnv> {
  const { manifest, reportStyle: style } = site;
  const report: ReportContext = { driver, manifest, style, logger, known: knownNames(manifest) };
  const accessOf = createReportAccess(token);
  // A remote handler has the report at its own address, whatever name its proxy uses for it.
  const handler = manifest.feedbackUrl === undefined ? [] : [new URL(manifest.feedbackUrl).origin];
  const own = new Set([manifest.origin, ...manifest.platformOrigins, ...handler]);
  const app = new Hono<ReportEnv>();

  const guard: MiddlewareHandler<ReportEnv> = async (context, next) => {
    const { method, raw } = context.req;
    context.header("X-Robots-Tag", "noindex, nofollow");
    const access = accessOf(raw, context.env.ip);
    if (access === "too-many") return context.text(TOO_MANY, 429, { "Retry-After": "600" });
    if (access === "refused") return context.text(NO_ACCESS, 401, { "WWW-Authenticate": REALM });
    // A browser sends the password with the forms of other sites too. Staff may use another name of
    // the host than citizens do, which only the browser can vouch for behind a proxy.
    const isForm = method === "POST" && !/^bearer /i.test(raw.headers.get("authorization") ?? "");
    const isOwn =
      raw.headers.get("sec-fetch-site") === "same-origin" ||
      originSignal(raw, { own, allowed: new Set(), trustsHost: true }) === "same";
    if (isForm && !isOwn) return context.text("Questo modulo non viene dal rapporto.\n", 403);
    return next();
  };
  for (const path of [...Object.values(ADDRESSES), COMMANDS_PATH]) app.use(path, guard);
  addReportPages(app, report);
  addReportExports(app, report);
  if (commands) app.post(COMMANDS_PATH, (context) => answerCommand(context.req.raw, commands));
  app.onError((error, context) => {
    logger.error({ event: "report", outcome: "failed", error: describeError(error) });
    return context.text(UNAVAILABLE, 503, { "Retry-After": "60" });
  });
  return app;
}

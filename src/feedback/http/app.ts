import { Hono } from "hono";
import { DATA_POLICY, SECURITY_HEADERS } from "../../hosting/security-headers.ts";
import { FEEDBACK_ENDPOINT } from "../../shared/feedback-contract.ts";
import { readLimits } from "../limits/limits.ts";
import type { LimitsEnvironment } from "../limits/limits.ts";
import { createLogger, describeError } from "../logger.ts";
import { ADDRESSES } from "../report/html/addresses.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import type { CommandSettings } from "../watch/commands.ts";
import { COMMANDS_PATH } from "./command-route.ts";
import { createFeedbackHandler } from "./handler.ts";
import type { FeedbackDeps, RequestContext } from "./handler.ts";
import { createHealthCheck } from "./health.ts";
import { loadFeedbackSite } from "./manifest.ts";
import { crossOrigin, readAllowedOrigins } from "./origins.ts";
import { readReportToken } from "./report-access.ts";
import { createReportRoutes } from "./report-routes.ts";

export const HEALTH_ENDPOINT = "/api/health";

/** The paths that the app answers. A server that also serves pages passes these on to the app. */
export const ENDPOINTS: ReadonlySet<string> = new Set([
  FEEDBACK_ENDPOINT,
  HEALTH_ENDPOINT,
  ...Object.values(ADDRESSES),
  COMMANDS_PATH,
]);

/** The one app that every host mounts: `app.fetch(request, context)`. */
export type App = Hono<{ Bindings: RequestContext }>;

/** The environment variables that the app reads. */
export interface AppEnvironment extends LimitsEnvironment {
  /** Opens the report. Without it there is none. */
  REPORT_TOKEN?: string | undefined;
  NODE_ENV?: string | undefined;
  LOG_LEVEL?: string | undefined;
  /** The sites of other origins whose forms post here. */
  ALLOWED_ORIGINS?: string | undefined;
}

/** Headers of every reply, unless the reply sets its own. No cache keeps a reply. */
export const HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  "Content-Security-Policy": DATA_POLICY,
  "Cache-Control": "no-store",
};

/**
 * Reads the app's settings from the environment and the build. Every host calls it, so all of
 * them apply the same limits.
 * @param folder the built site
 * @throws OperatorError if a variable or the site is not as it should be; the
 * message says what to do
 */
export async function readAppSettings(
  env: AppEnvironment,
  folder: string,
): Promise<Omit<AppDeps, "store" | "reportDriver">> {
  return {
    logger: createLogger(env.LOG_LEVEL),
    limits: readLimits(env),
    allowedOrigins: readAllowedOrigins(env),
    trustsHost: env.NODE_ENV !== "production",
    site: await loadFeedbackSite(folder),
    reportToken: readReportToken(env),
  };
}

/** What the app needs. The report is there if both of its parts are. */
export interface AppDeps extends FeedbackDeps {
  reportToken?: string | undefined;
  /** The database, with the rights of those who read. */
  reportDriver?: SqlDriver | undefined;
  /** Where no other process can use the database, the operator's commands run in this one. */
  commandSettings?: CommandSettings | undefined;
}

/** Makes the app, which answers at the site's endpoints and is the same on every host. */
export function createApp(deps: AppDeps): App {
  const {
    store,
    logger,
    allowedOrigins,
    now,
    site,
    reportToken: token,
    reportDriver: driver,
    commandSettings,
  } = deps;
  const isHealthy = createHealthCheck(store, logger, now);
  const handleFeedback = createFeedbackHandler(deps, isHealthy);
  const app: App = new Hono();

  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
  });
  if (allowedOrigins.size > 0) app.use(FEEDBACK_ENDPOINT, crossOrigin(allowedOrigins));
  app.all(FEEDBACK_ENDPOINT, ({ req, env }) => handleFeedback(req.raw, env));

  app.get(HEALTH_ENDPOINT, async (context) => {
    const status = (await isHealthy()) ? "ok" : "unavailable";
    return context.json({ status, storage: status }, status === "ok" ? 200 : 503);
  });
  app.all(HEALTH_ENDPOINT, (context) =>
    context.json({ status: "method-not-allowed" }, 405, { Allow: "GET, HEAD" }),
  );

  if (token !== undefined && driver) {
    const readSite = () => Promise.resolve(site.manifest);
    const commands = commandSettings && { ...commandSettings, driver, readSite };
    app.route("/", createReportRoutes({ token, driver, site, logger, commands }));
  }

  app.notFound((context) => context.body(null, 404));
  app.onError((error, context) => {
    logger.error({ event: "app", outcome: "failed", error: describeError(error) });
    return context.body(null, 500);
  });
  return app;
}

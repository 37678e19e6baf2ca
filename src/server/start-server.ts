import { once } from "node:events";
import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import { createApp, readAppSettings, type AppEnvironment } from "../feedback/http/app.ts";
import { incompleteSiteError } from "../feedback/http/manifest.ts";
import { createNodeListener, isForApp } from "../feedback/http/node-listener.ts";
import type { AllowedOrigins } from "../feedback/http/origins.ts";
import { createClientAddress } from "../feedback/limits/client-address.ts";
import { describeError } from "../feedback/logger.ts";
import { versionsOf } from "../feedback/report/rated-pages.ts";
import { recordRevisions } from "../feedback/report/revisions.ts";
import {
  openDatabaseWhenUp,
  openReportBeside,
  type ReportDatabaseEnvironment,
} from "../feedback/store/open-database.ts";
import { createFeedbackStore } from "../feedback/store/store.ts";
import { readCommandSettings, type CommandEnvironment } from "../feedback/watch/commands.ts";
import { OperatorError } from "../shared/operator-error.ts";
import { listenWithin, MAX_CONNECTIONS, MAX_WAITING } from "./connections.ts";
import { checkOrigin, checkProduction, type SecretEnvironment } from "./production.ts";
import { createStaticSite, type StaticSite } from "./static-site.ts";

const DEFAULT_PORT = "8080";

/** When the server stops, it cuts connections that are still open after this time. */
const STOP_TIMEOUT_MS = 8_000;

/** How often a stopping server closes the connections that have no more requests. */
const IDLE_CHECK_MS = 100;

/**
 * How much longer than the handler's own limits Node lets a request take. The handler answers
 * first, and explains why.
 */
const REQUEST_TIMEOUT_MARGIN_MS = 5_000;

/**
 * Longer than the 60 seconds of common proxies, so that a proxy never reuses a
 * connection that is just closing.
 */
const KEEP_ALIVE_MS = 65_000;

/** How often Node looks for requests that have run out of time. */
const TIMEOUT_CHECK_MS = 1_000;

/** The environment variables that the server reads. */
export interface ServerEnvironment
  extends ReportDatabaseEnvironment, AppEnvironment, CommandEnvironment, SecretEnvironment {
  PORT?: string | undefined;
  HOST?: string | undefined;
  OUTPUT_DIR?: string | undefined;
  /** The proxies whose `X-Forwarded-For` is believed. */
  TRUSTED_PROXIES?: string | undefined;
  /** `0` serves the endpoints only, for a site that another host serves. */
  SERVE_SITE?: string | undefined;
}

export interface RunningServer {
  url: string;
  /** Finishes the requests in flight, then closes the database. */
  stop: () => Promise<void>;
}

/**
 * Serves the built site with feedback.
 * @throws OperatorError if the site, the database or the port is not available; the
 * message says what to do
 */
export async function startServer(env: ServerEnvironment): Promise<RunningServer> {
  checkProduction(env);
  const outputDir = env.OUTPUT_DIR ?? "_site";
  const port = parsePort(env.PORT ?? DEFAULT_PORT);
  const settings = await readAppSettings(env, outputDir);
  const { limits, logger } = settings;
  const commandSettings = readCommandSettings(env);
  const clientAddress = createClientAddress(env.TRUSTED_PROXIES, logger);
  const site = env.SERVE_SITE === "0" ? undefined : await openSite(outputDir);
  if (!site) checkAllowedOrigins(settings.allowedOrigins);
  checkOrigin(env, settings.site.manifest.origin);
  // An empty variable counts as not set, because .env and Compose leave one out this way.
  const host = env.HOST === "" ? undefined : env.HOST;
  const database = await openDatabaseWhenUp(env);
  const reportDatabase = openReportBeside(database, env);
  // Should it fail, the daily task or the next start records them.
  void recordRevisions(database, versionsOf(settings.site.manifest)).catch((error: unknown) => {
    logger.warn({ event: "revisions", outcome: "failed", error: describeError(error) });
  });
  const timeouts = {
    headersTimeout: limits.requestSeconds * 1_000,
    requestTimeout: 2 * limits.requestSeconds * 1_000 + REQUEST_TIMEOUT_MARGIN_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: TIMEOUT_CHECK_MS,
  };
  const server = createServer(timeouts);
  try {
    const app = createApp({
      ...settings,
      store: createFeedbackStore(database, Date.now, database.maxPending),
      reportDriver: reportDatabase,
      commandSettings: env.DATABASE_URL ? undefined : commandSettings,
    });
    const appListener = createNodeListener(app, clientAddress);
    listenWithin(server, site ? serveSiteBeside(site, appListener) : appListener, {
      connections: MAX_CONNECTIONS,
      waiting: MAX_WAITING,
      silenceMs: timeouts.requestTimeout,
    });
    await listen(server, port, host);
  } catch (error) {
    await reportDatabase.close();
    await database.close();
    throw error;
  }
  return {
    url: urlOf(server, host),
    stop: async () => {
      await closeServer(server);
      await reportDatabase.close();
      await database.close();
    },
  };
}

/** Serves pages without passing them through the app, because most requests are for pages. */
function serveSiteBeside(site: StaticSite, appListener: RequestListener): RequestListener {
  return (request, response) => {
    if (isForApp(request)) appListener(request, response);
    else site(request, response);
  };
}

function checkAllowedOrigins(allowedOrigins: AllowedOrigins): void {
  if (allowedOrigins.size > 0) return;
  throw new OperatorError(
    "SERVE_SITE is 0 and ALLOWED_ORIGINS is not set: nobody could post here. Set ALLOWED_ORIGINS to the address of " +
      "the site whose form posts to this handler, such as https://sociale.comune.example.",
  );
}

async function openSite(outputDir: string): Promise<StaticSite> {
  try {
    return await createStaticSite(outputDir);
  } catch (error) {
    throw incompleteSiteError(outputDir, error);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text.trim() !== "") return port;
  throw new OperatorError(`PORT is "${text}": it must be a number from 0 to 65535.`);
}

async function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  server.listen({ port, ...(host === undefined ? {} : { host }) });
  try {
    await once(server, "listening");
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new OperatorError(
      error.code === "EADDRINUSE"
        ? `Port ${port} is already in use. Stop the other program, or choose another port: PORT=${port + 1} npm run serve`
        : `The server cannot listen on port ${port} (${String(error.code)}). Choose another with PORT.`,
      { cause: error },
    );
  }
}

function urlOf(server: Server, host: string | undefined): string {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : DEFAULT_PORT;
  return `http://${host ?? "localhost"}:${port}`;
}

/** Closes connections without a request at once, and the others after their reply. */
async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.prependListener("request", (_request, response) => {
    response.setHeader("Connection", "close");
  });
  server.close();
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, IDLE_CHECK_MS);
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, STOP_TIMEOUT_MS);
  await closed;
  clearTimeout(timer);
  clearInterval(idle);
}

import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { readAllowedOrigins, type AllowedOrigins } from "../feedback/http/cors.ts";
import { createClientAddress } from "../feedback/limits/client-address.ts";
import { createFeedbackHandler } from "../feedback/http/handler.ts";
import { createHealthHandler } from "../feedback/http/health.ts";
import { readLimits } from "../feedback/limits/limits.ts";
import type { LimitsEnvironment } from "../feedback/limits/limits.ts";
import { createLogger } from "../feedback/logger.ts";
import { loadFeedbackSite, noCompleteSite } from "../feedback/http/manifest.ts";
import type { DatabaseEnvironment } from "../feedback/store/open-database.ts";
import { openStore } from "../feedback/store/open-store.ts";
import { OperatorError } from "../feedback/operator-error.ts";
import { createApp } from "./create-app.ts";
import { checkProduction, productionWarnings, type SecretEnvironment } from "./production.ts";
import { createStaticSite, noSite, type StaticSite } from "./static-site.ts";

const DEFAULT_PORT = "8080";

/** A connection that is still open this long after the server was told to stop is cut. */
const STOP_TIMEOUT_MS = 8_000;

/** How often a server that stops closes the connections whose request was the last. */
const IDLE_CHECK_MS = 100;

/** What Node allows for a whole request beyond the handler's own limits, which answer first and in words. */
const REQUEST_TIMEOUT_MARGIN_MS = 5_000;

/** Longer than the 60 s of common proxies: one that reuses a connection must not meet it closing. */
const KEEP_ALIVE_MS = 65_000;

/** How often Node looks for requests that are out of time. */
const TIMEOUT_CHECK_MS = 1_000;

/** The environment variables that the server reads. */
export interface ServerEnvironment extends DatabaseEnvironment, LimitsEnvironment, SecretEnvironment {
  PORT?: string | undefined;
  HOST?: string | undefined;
  OUTPUT_DIR?: string | undefined;
  LOG_LEVEL?: string | undefined;
  /** The proxies whose `X-Forwarded-For` is believed. */
  TRUSTED_PROXIES?: string | undefined;
  /** `0`: only the endpoints, for a site that another host serves. */
  SERVE_SITE?: string | undefined;
  /** The sites of other origins whose forms post here. */
  ALLOWED_ORIGINS?: string | undefined;
}

export interface RunningServer {
  url: string;
  /** Finishes the requests in flight, then closes the database. */
  stop: () => Promise<void>;
}

/**
 * Serves the built site with feedback.
 * @throws OperatorError saying what to do, when site, database or port are not to be had
 */
export async function startServer(env: ServerEnvironment): Promise<RunningServer> {
  checkProduction(env);
  const logger = createLogger(env.LOG_LEVEL);
  const outputDir = env.OUTPUT_DIR ?? "_site";
  const port = parsePort(env.PORT ?? DEFAULT_PORT);
  const limits = readLimits(env);
  const allowedOrigins = readAllowedOrigins(env);
  const clientAddress = createClientAddress(env.TRUSTED_PROXIES);
  const site = env.SERVE_SITE === "0" ? serveNothing(allowedOrigins) : await openSite(outputDir);
  const feedbackSite = await loadFeedbackSite(outputDir);
  for (const warning of productionWarnings(env, feedbackSite.manifest.origin))
    process.stderr.write(`${warning}\n`);
  // As with other variables, empty is the same as not set: that is how .env and Compose leave it out.
  const host = env.HOST === "" ? undefined : env.HOST;
  const { store, close } = await openStore(env);
  const app = createApp({
    site,
    feedback: createFeedbackHandler({ site: feedbackSite, store, logger, limits, allowedOrigins }),
    health: createHealthHandler(store, logger),
    clientAddress,
    logger,
  });

  const timeouts = {
    headersTimeout: limits.requestSeconds * 1_000,
    requestTimeout: 2 * limits.requestSeconds * 1_000 + REQUEST_TIMEOUT_MARGIN_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: TIMEOUT_CHECK_MS,
  };
  const server = createServer(timeouts, app);
  try {
    await listen(server, port, host);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: urlOf(server, host),
    stop: async () => {
      await closeServer(server);
      await close();
    },
  };
}

function serveNothing(allowedOrigins: AllowedOrigins): StaticSite {
  if (allowedOrigins.size > 0) return noSite;
  throw new OperatorError(
    "SERVE_SITE is 0 and ALLOWED_ORIGINS is not set: nobody could post here. Set ALLOWED_ORIGINS to the address of " +
      "the site whose form posts to this handler, such as https://sociale.comune.example.",
  );
}

async function openSite(outputDir: string): Promise<StaticSite> {
  try {
    return await createStaticSite(outputDir);
  } catch (error) {
    throw noCompleteSite(outputDir, error);
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

/** Connections without a request are closed at once, the others after their reply. */
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

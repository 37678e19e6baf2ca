import { getConnectionString } from "@netlify/database";
import { readAllowedOrigins } from "./http/cors.ts";
import { createFeedbackHandler } from "./http/handler.ts";
import type { FeedbackHandler } from "./http/handler.ts";
import { createHealthHandler } from "./http/health.ts";
import type { HealthHandler } from "./http/health.ts";
import { readLimits } from "./limits/limits.ts";
import { createLogger } from "./logger.ts";
import { loadFeedbackSite } from "./http/manifest.ts";
import { openPostgres } from "./store/postgres-driver.ts";
import type { PostgresDatabase } from "./store/postgres-driver.ts";
import { createFeedbackStore } from "./store/store.ts";

/** The published folder: `included_files` of netlify.toml puts what is read of it beside the functions. */
const SITE_DIR = "_site";

const logger = createLogger(process.env["LOG_LEVEL"]);

// The platform applies the migrations. Its address is asked for at the first query, so that a missing
// database is answered with 503 like one that is down.
let database: PostgresDatabase | undefined;
const store = createFeedbackStore({
  query: async (sql, params) => {
    database ??= openPostgres(getConnectionString());
    return database.query(sql, params);
  },
});

/** The feedback handler on the platform's database. The platform says whom a request comes from. */
export const netlifyFeedback: FeedbackHandler = createFeedbackHandler({
  site: await loadFeedbackSite(SITE_DIR),
  store,
  logger,
  limits: readLimits(process.env),
  allowedOrigins: readAllowedOrigins(process.env),
});

export const netlifyHealth: HealthHandler = createHealthHandler(store, logger);

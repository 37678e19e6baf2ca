import { getConnectionString } from "@netlify/database";
import type { Config, Context } from "@netlify/functions";
import { createApp, readAppSettings } from "../feedback/http/app.ts";
import { FOR_READING, openPostgres } from "../feedback/store/postgres-driver.ts";
import type { PostgresDatabase } from "../feedback/store/postgres-driver.ts";
import type { SqlDriver } from "../feedback/store/sql-driver.ts";
import { createFeedbackStore } from "../feedback/store/store.ts";

/**
 * The published folder. `included_files` in netlify.toml puts the files that are read
 * from it beside the function.
 */
const SITE_DIR = "_site";

// The platform applies the migrations. The database's address is read at the first query. Without a
// database, the reply is therefore 503, as it is for one that is down.
const openLater = (purpose?: typeof FOR_READING): SqlDriver => {
  let database: PostgresDatabase | undefined;
  return {
    query: async (sql, params) => {
      database ??= openPostgres(getConnectionString(), purpose);
      return database.query(sql, params);
    },
  };
};
// The platform does not say that it is in production, and never is anything else.
const settings = await readAppSettings({ ...process.env, NODE_ENV: "production" }, SITE_DIR);
const app = createApp({
  ...settings,
  store: createFeedbackStore(openLater()),
  reportDriver: openLater(FOR_READING),
});

/** The app on the platform, which wants a default export and knows the sender's address. */
export default (request: Request, { ip }: Context): Response | Promise<Response> =>
  app.fetch(request, { ip });

export const config: Config = {
  path: [
    "/api/feedback",
    "/api/health",
    "/api/report",
    "/api/report.csv",
    "/api/report.json",
    "/api/report.schema.json",
    "/api/report/comments",
    "/api/report/comments.csv",
    "/api/report/suspects",
  ],
  // The platform counts the requests of an address for all instances, of which each knows only its
  // own posts. It takes no longer window. Forty people behind one address, who send eighty posts at
  // once, pass.
  rateLimit: { windowSize: 180, windowLimit: 120, aggregateBy: ["ip", "domain"] },
};

import { getConnectionString } from "@netlify/database";
import type { Config, Context } from "@netlify/functions";
import { createApp, readAppSettings } from "../feedback/http/app.ts";
import { openPostgres } from "../feedback/store/postgres-driver.ts";
import type { PostgresDatabase } from "../feedback/store/postgres-driver.ts";
import { createFeedbackStore } from "../feedback/store/store.ts";

/**
 * The published folder. `included_files` in netlify.toml puts the files that are read
 * from it beside the function.
 */
const SITE_DIR = "_site";

// The platform applies the migrations. The database's address is read at the first query. Without a
// database, the reply is therefore 503, as it is for one that is down.
let database: PostgresDatabase | undefined;
const store = createFeedbackStore({
  query: async (sql, params) => {
    database ??= openPostgres(getConnectionString());
    return database.query(sql, params);
  },
});
// The platform does not say that it is in production, and never is anything else.
const settings = await readAppSettings({ ...process.env, NODE_ENV: "production" }, SITE_DIR);
const app = createApp({ ...settings, store });

/** The app on the platform, which wants a default export and knows the sender's address. */
export default (request: Request, { ip }: Context): Response | Promise<Response> =>
  app.fetch(request, { ip });

export const config: Config = {
  path: ["/api/feedback", "/api/health"],
  // The platform counts the requests of an address for all instances, of which each knows only its
  // own posts. It takes no longer window. Forty people behind one address, who send eighty posts at
  // once, pass.
  rateLimit: { windowSize: 180, windowLimit: 120, aggregateBy: ["ip", "domain"] },
};

import { getConnectionString } from "@netlify/database";
import type { Config, Context } from "@netlify/functions";
import { createApp, readAppSettings } from "../feedback/http/app.ts";
import { openPostgres } from "../feedback/store/postgres-driver.ts";
import type { PostgresDatabase } from "../feedback/store/postgres-driver.ts";
import { createFeedbackStore } from "../feedback/store/store.ts";

/** The published folder: `included_files` of netlify.toml puts what is read of it beside the function. */
const SITE_DIR = "_site";

// The platform applies the migrations. Its address is asked for at the first query, so that a missing
// database is answered with 503 like one that is down.
let database: PostgresDatabase | undefined;
const store = createFeedbackStore({
  query: async (sql, params) => {
    database ??= openPostgres(getConnectionString());
    return database.query(sql, params);
  },
});
const app = createApp({ ...(await readAppSettings(process.env, SITE_DIR)), store });

/** The app on the platform, which asks for a default export and says whom a request comes from. */
export default (request: Request, { ip }: Context): Response | Promise<Response> =>
  app.fetch(request, { ip });

export const config: Config = { path: ["/api/feedback", "/api/health"] };

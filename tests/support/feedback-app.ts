import { createApp } from "../../src/feedback/http/app.ts";
import type { FeedbackDeps, RequestContext } from "../../src/feedback/http/handler.ts";
import { readLimits } from "../../src/feedback/limits/limits.ts";
import { createLogger } from "../../src/feedback/logger.ts";
import { SITE } from "./feedback.ts";

/** Sends the app a request, as every host does. */
export type TestApp = (request: Request, context?: RequestContext) => Promise<Response>;

/** The app on a store, with the standard limits, no other origins and no log, unless the test says otherwise. */
export function createTestApp(deps: Partial<FeedbackDeps> & Pick<FeedbackDeps, "store">): TestApp {
  const standard = {
    site: SITE,
    limits: readLimits(),
    allowedOrigins: new Set<string>(),
    logger: createLogger("silent"),
  };
  const app = createApp({ ...standard, ...deps });
  return async (request, context = {}) => app.fetch(request, context);
}

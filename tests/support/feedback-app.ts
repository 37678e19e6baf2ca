import { createApp } from "../../src/feedback/http/app.ts";
import type { AppDeps } from "../../src/feedback/http/app.ts";
import type { RequestContext } from "../../src/feedback/http/handler.ts";
import { readLimits } from "../../src/feedback/limits/limits.ts";
import { createLogger } from "../../src/feedback/logger.ts";
import { SITE } from "./feedback.ts";

/** Sends the app a request as any host does. */
export type TestApp = (request: Request, context?: RequestContext) => Promise<Response>;

/**
 * Creates the app on a store. By default it has the standard limits, no other origins and no log,
 * and trusts origins as in production.
 */
export function createTestApp(deps: Partial<AppDeps> & Pick<AppDeps, "store">): TestApp {
  const standard = {
    site: SITE,
    limits: readLimits(),
    allowedOrigins: new Set<string>(),
    trustsHost: false,
    logger: createLogger("silent"),
  };
  const app = createApp({ ...standard, ...deps });
  return async (request, context = {}) => app.fetch(request, context);
}

import { describeError } from "../logger.ts";
import type { Logger } from "../logger.ts";
import { jsonReply } from "./reply.ts";
import type { FeedbackStore } from "../store/store.ts";

export const HEALTH_ENDPOINT = "/api/health";

/** Says whether storage answers: 200 or 503, with a JSON body. */
export type HealthHandler = (request: Request) => Promise<Response>;

export function createHealthHandler(store: FeedbackStore, logger: Logger): HealthHandler {
  return async ({ method }) => {
    if (method !== "GET" && method !== "HEAD") {
      return jsonReply(405, { status: "method-not-allowed" }, { Allow: "GET, HEAD" });
    }
    try {
      await store.check();
      return jsonReply(200, { status: "ok", storage: "ok" });
    } catch (error) {
      logger.error({ event: "health", outcome: "unavailable", error: describeError(error) });
      return jsonReply(503, { status: "unavailable", storage: "unavailable" });
    }
  };
}

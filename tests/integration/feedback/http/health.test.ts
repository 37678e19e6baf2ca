import { afterAll, beforeAll, expect, it } from "vitest";
import { createHealthHandler } from "../../../../src/feedback/http/health.ts";
import { createLogger } from "../../../../src/feedback/logger.ts";
import type { SqlDriver } from "../../../../src/feedback/store/sql-driver.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import { ORIGIN } from "../../../support/feedback.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const logger = createLogger("silent");
const ask = (method: string, driver: SqlDriver) => {
  const health = createHealthHandler(createFeedbackStore(driver), logger);
  return health(new Request(`${ORIGIN}/api/health`, { method }));
};

it("says 200 while storage answers", async () => {
  const response = await ask("GET", database);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok", storage: "ok" });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

it("says 503 when storage does not", async () => {
  const response = await ask("GET", { query: () => database.query("SELECT 1 FROM missing", []) });
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: "unavailable", storage: "unavailable" });
});

it("takes no other method than GET and HEAD", async () => {
  const response = await ask("POST", database);
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD");
});

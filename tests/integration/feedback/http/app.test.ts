import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Logger } from "../../../../src/feedback/logger.ts";
import type { SqlDriver } from "../../../../src/feedback/store/sql-driver.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import { SECURITY_HEADERS } from "../../../../src/hosting/security-headers.ts";
import { createTestApp } from "../../../support/feedback-app.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { ORIGIN } from "../../../support/feedback.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const ask = (method: string, driver: SqlDriver) =>
  createTestApp({ store: createFeedbackStore(driver) })(new Request(`${ORIGIN}/api/health`, { method }));

describe("the health check", () => {
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

  it("accepts only GET and HEAD", async () => {
    const head = await ask("HEAD", database);
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const response = await ask("POST", database);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });
});

it.each(["/", "/api", "/api/feedback/", "/api/health/", "/servizi/"])(
  "there is nothing else, and that is said with the headers of every reply: %s",
  async (path) => {
    const app = createTestApp({ store: createFeedbackStore(database) });
    const response = await app(new Request(`${ORIGIN}${path}`));
    expect([response.status, await response.text()]).toEqual([404, ""]);
    expect(Object.fromEntries(response.headers)).toMatchObject(
      Object.fromEntries(
        Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    );
    expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
    expect(response.headers.get("cache-control")).toBe("no-store");
  },
);

it("a fault of the program is logged without its message, and answered without a reason", async () => {
  const lines: unknown[] = [];
  const fail = () => {
    throw new TypeError("canary");
  };
  const logger = { info: fail, error: (line: unknown) => lines.push(line) } as unknown as Logger;
  const app = createTestApp({ store: createFeedbackStore(database), logger });
  const response = await app(new Request(`${ORIGIN}/api/feedback`));
  expect([response.status, await response.text()]).toEqual([500, ""]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(lines).toEqual([{ event: "app", outcome: "failed", error: { name: "TypeError" } }]);
});

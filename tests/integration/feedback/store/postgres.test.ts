import { afterAll, it } from "vitest";
import { findPostgres, WITHOUT_POSTGRES } from "../../../support/postgres-installation.ts";
import { startPostgres } from "../../../support/postgres.ts";

/** Runs on a server the same suites as on the embedded database. */
const installation = findPostgres();

if (installation) {
  const cluster = await startPostgres(installation);
  // Registered before the suites' own hooks, so that it runs after them.
  afterAll(cluster.remove);
  process.env["TEST_DATABASE_URL"] = cluster.url("postgres");
  await import("./migrations.test.ts");
  await import("./store.test.ts");
  await import("../http/handler.test.ts");
  await import("./suspects.test.ts");
  await import("./retention.test.ts");
  await import("./storage-faults.test.ts");
  await import("../report/read-report.test.ts");
} else {
  it.skip(`every suite of the storage ${WITHOUT_POSTGRES}`, () => undefined);
}

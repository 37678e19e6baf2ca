import type { PostgresCluster } from "../../support/postgres.ts";
import type { FaultCase, PostgresContext } from "./fault-case.ts";
import { expectNoLeak, expectRecovery, expectUnavailable, expectUnhealthy } from "./unavailable.ts";
import { withServer } from "./with-server.ts";

/** The database is read-only, such as a standby. */
export const readOnly: FaultCase<PostgresContext> = {
  name: "read-only",
  async run({ cluster, outputDir }) {
    const url = await cluster.createDatabase("read_only");
    await withServer(outputDir, { DATABASE_URL: url }, async (_server, client) => {
      await expectRecovery(client);
      await setReadOnly(cluster, true);
      try {
        await Promise.all([expectUnavailable(client), expectUnhealthy(client)]);
      } finally {
        await setReadOnly(cluster, false);
      }
      await expectRecovery(client);
      await expectNoLeak(cluster, "read_only");
    });
  },
};

async function setReadOnly(cluster: PostgresCluster, on: boolean): Promise<void> {
  await cluster.query(`ALTER SYSTEM SET default_transaction_read_only = ${on ? "on" : "off"}`);
  await cluster.query("SELECT pg_reload_conf()");
}

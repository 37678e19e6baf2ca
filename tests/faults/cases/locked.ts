import { Client } from "pg";
import type { FaultCase, PostgresContext } from "./fault-case.ts";
import { expectNoLeak, expectRecovery, expectUnavailable, expectUnhealthy } from "./unavailable.ts";
import { withServer } from "./with-server.ts";

/** Another session locks the tables, as a maintenance command would. */
export const locked: FaultCase<PostgresContext> = {
  name: "tables locked by another session",
  async run({ cluster, outputDir }) {
    const url = await cluster.createDatabase("locked");
    await withServer(outputDir, { DATABASE_URL: url }, async (_server, client) => {
      await expectRecovery(client);
      const other = new Client({ connectionString: url });
      await other.connect();
      try {
        await other.query("BEGIN");
        await other.query("LOCK TABLE feedback, feedback_suspect");
        await expectUnavailable(client);
        await Promise.all([expectUnavailable(client), expectUnhealthy(client)]);
      } finally {
        await other.end();
      }
      await expectRecovery(client);
      await expectNoLeak(cluster, "locked");
    });
  },
};

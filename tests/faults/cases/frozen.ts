import type { FaultCase, PostgresContext } from "./fault-case.ts";
import { expectNoLeak, expectRecovery, expectUnavailable, expectUnhealthy } from "./unavailable.ts";
import { withServer } from "./with-server.ts";

/**
 * The database's machine hangs: connections are open and new ones are accepted, but nothing
 * replies.
 */
export const frozen: FaultCase<PostgresContext> = {
  name: "frozen (SIGSTOP)",
  async run({ cluster, outputDir }) {
    const url = await cluster.createDatabase("frozen");
    await withServer(outputDir, { DATABASE_URL: url }, async (_server, client) => {
      await expectRecovery(client);
      cluster.signal("SIGSTOP");
      try {
        await expectUnavailable(client);
        await Promise.all([expectUnavailable(client), expectUnhealthy(client)]);
      } finally {
        cluster.signal("SIGCONT");
      }
      await expectRecovery(client);
      await expectNoLeak(cluster, "frozen");
    });
  },
};

import type { FaultCase, PostgresContext } from "./fault-case.ts";
import { expectNoLeak, expectRecovery, expectUnavailable, expectUnhealthy } from "./unavailable.ts";
import { withServer } from "./with-server.ts";

/** Connections stand and new ones are taken, but nobody answers: a database whose machine hangs. */
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

import { mountSmallVolume } from "../small-volume.ts";
import type { FaultCase, PostgresContext } from "./fault-case.ts";
import { expectFull, expectHealthy, expectNoLeak, expectRecovery } from "./unavailable.ts";
import { withServer } from "./with-server.ts";

/**
 * The volume of the tables is full, but the server's other files, such as the write-ahead log, have
 * room.
 */
export const diskFull: FaultCase<PostgresContext> = {
  name: "disk full",
  async run({ cluster, outputDir }) {
    const volume = mountSmallVolume(24, cluster.directory);
    try {
      await cluster.query(`CREATE TABLESPACE small LOCATION '${volume.directory}'`);
      const url = await cluster.createDatabase("disk_full", "TABLESPACE small");
      await withServer(outputDir, { DATABASE_URL: url }, async (_server, client) => {
        await expectRecovery(client);
        const makeRoom = volume.fill();
        await expectFull(client, 500);
        makeRoom();
        await expectRecovery(client);
        await expectHealthy(client);
        await expectNoLeak(cluster, "disk_full");
      });
    } finally {
      await cluster.query("DROP DATABASE IF EXISTS disk_full WITH (FORCE)");
      await cluster.query("DROP TABLESPACE IF EXISTS small");
      volume.unmount();
    }
  },
};

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mountSmallVolume } from "../small-volume.ts";
import type { SmallVolume } from "../small-volume.ts";
import type { EmbeddedContext, FaultCase } from "./fault-case.ts";
import { expectFull, expectHealthy, expectRecovery } from "./unavailable.ts";
import { withServer } from "./with-server.ts";

/** More than an empty database needs, and little enough to be filled at once. */
const MEGABYTES = 96;

/** The disk of the embedded database is full while the server runs. */
export const embeddedDiskFull: FaultCase<EmbeddedContext> = {
  name: "disk full",
  run: ({ outputDir }) =>
    onSmallVolume(async (volume) => {
      await withServer(outputDir, { DATA_DIR: join(volume.directory, "data") }, async (_server, client) => {
        await expectRecovery(client);
        const makeRoom = volume.fill();
        await expectFull(client, 2_000);
        assert.equal((await client.get("/servizi/")).status, 200);
        makeRoom();
        await expectRecovery(client);
        await expectHealthy(client);
      });
    }),
};

/** The server starts with a folder of data that it cannot use, and says what to do. */
export const embeddedStart: FaultCase<EmbeddedContext> = {
  name: "a start with a data folder that is full, read-only or damaged",
  run: ({ outputDir, tell }) =>
    onSmallVolume(async (volume) => {
      const directory = join(volume.directory, "data");
      const starts = () =>
        withServer(outputDir, { DATA_DIR: directory }, async (_server, client) => {
          await expectRecovery(client);
        });
      const refusal = async () => {
        const message = await starts().then(
          () => "it started",
          (error: unknown) => String(error),
        );
        tell(message);
        return message;
      };
      for (const megabytesLeft of [0, 8]) {
        const makeRoom = volume.fill(megabytesLeft);
        assert.match(await refusal(), /room/);
        makeRoom();
      }
      await starts();
      volume.remount("ro");
      assert.match(await refusal(), /write/);
      volume.remount("rw");
      await starts();
      writeFileSync(join(directory, "postgres", "global", "pg_control"), "");
      assert.match(await refusal(), /damaged/);
    }),
};

async function onSmallVolume(work: (volume: SmallVolume) => Promise<void>): Promise<void> {
  const volume = mountSmallVolume(MEGABYTES);
  try {
    await work(volume);
  } finally {
    volume.unmount();
  }
}

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chownSync, closeSync, mkdtempSync, openSync, rmSync, rmdirSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SkippedCase } from "./fault-case.ts";
import type { FaultCase, PostgresContext } from "./fault-case.ts";
import { expectNoLeak, expectPostponed, expectRecovery, expectUnhealthy, newPost } from "./unavailable.ts";
import { withServer } from "./with-server.ts";

/**
 * The volume of the tables is full, but the server's other files, such as the write-ahead log, have
 * room.
 */
export const diskFull: FaultCase<PostgresContext> = {
  name: "disk full",
  async run({ cluster, outputDir }) {
    const volume = mountSmallVolume(cluster.directory);
    try {
      await cluster.query(`CREATE TABLESPACE small LOCATION '${volume.directory}'`);
      const url = await cluster.createDatabase("disk_full", "TABLESPACE small");
      await withServer(outputDir, { DATABASE_URL: url }, async (_server, client) => {
        await expectRecovery(client);
        const filler = fill(volume.directory);
        let reply = await client.send(newPost());
        // Existing pages of the tables still have room for some posts.
        for (let count = 0; reply.status === 201 && count < 500; count++)
          reply = await client.send(newPost());
        expectPostponed(reply);
        await expectUnhealthy(client);
        rmSync(filler);
        await expectRecovery(client);
        assert.equal((await client.get("/api/health")).status, 200);
        await expectNoLeak(cluster, "disk_full");
      });
    } finally {
      await cluster.query("DROP DATABASE IF EXISTS disk_full WITH (FORCE)");
      await cluster.query("DROP TABLESPACE IF EXISTS small");
      volume.unmount();
    }
  },
};

/** Mounts a volume in memory for the account that owns `like`. */
function mountSmallVolume(like: string): { directory: string; unmount: () => void } {
  const directory = mkdtempSync(join(tmpdir(), "volume-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=24m,mode=0700", "tmpfs", directory], { stdio: "pipe" });
  } catch {
    rmdirSync(directory);
    throw new SkippedCase("only root may mount a small volume");
  }
  const unmount = () => {
    process.off("exit", unmount);
    execFileSync("umount", ["--lazy", directory]);
    rmdirSync(directory);
  };
  process.once("exit", unmount);
  const { uid, gid } = statSync(like);
  chownSync(directory, uid, gid);
  return { directory, unmount };
}

/** Fills the volume and returns the file that does so. */
function fill(directory: string): string {
  const path = join(directory, "filler");
  const file = openSync(path, "w");
  try {
    for (;;) writeSync(file, Buffer.alloc(4_096));
  } catch {
    return path;
  } finally {
    closeSync(file);
  }
}

import assert from "node:assert/strict";
import { freePort } from "../../support/free-port.ts";
import { createEmbeddedEngine } from "../engines.ts";
import { findViolations } from "../ledger.ts";
import { createRandom } from "../random.ts";
import { createServerProcess } from "../server-process.ts";
import { startTraffic } from "../traffic.ts";
import type { EmbeddedContext, FaultCase } from "./fault-case.ts";
import { expectRecovery } from "./unavailable.ts";
import { withServer } from "./with-server.ts";

/** A second server is started on the directory of one that is at work, and several at once on a new one. */
export const twoProcesses: FaultCase<EmbeddedContext> = {
  name: "directory opened by two processes",
  async run({ outputDir }) {
    const engine = await createEmbeddedEngine();
    try {
      const settings = { outputDir, environment: engine.environment };
      const rivals = [await freePort(), await freePort(), await freePort()].map((port) =>
        createServerProcess({ ...settings, port }),
      );
      const starts = await Promise.allSettled(rivals.map((rival) => rival.start()));
      await Promise.all(rivals.map((rival) => rival.end("SIGKILL")));
      assert.equal(
        starts.filter(({ status }) => status === "fulfilled").length,
        1,
        "not exactly one started",
      );

      await withServer(outputDir, engine.environment, async (server, client) => {
        const traffic = startTraffic(server.origin, createRandom(1));
        const second = createServerProcess({ ...settings, port: await freePort() });
        await assert.rejects(
          second.start(),
          /^Error: The data directory .* is in use by another process\.[^\n]*$/,
        );
        const post = await expectRecovery(client);
        const [rows] = await Promise.all([engine.killAndRead(server), traffic.stop()]);
        const ledger = new Map([...traffic.ledger, [post.key, [{ post, status: 201 }]]]);
        assert.deepEqual(findViolations(ledger, rows), []);
      });
    } finally {
      await engine.remove();
    }
  },
};

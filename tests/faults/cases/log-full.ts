import assert from "node:assert/strict";
import { openSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FEEDBACK_ENDPOINT } from "../../../src/shared/feedback-contract.ts";
import { openConnection } from "../../benchmarks/load-connection.ts";
import { closedLoop } from "../../benchmarks/load-generators.ts";
import { createEmbeddedEngine } from "../engines.ts";
import type { EmbeddedContext, FaultCase } from "./fault-case.ts";
import { expectRecovery } from "./unavailable.ts";
import { withServer } from "./with-server.ts";

const CONNECTIONS = 20;
const MS = 3_000;
/** One line for each code, and there are ten codes. */
const MAX_LINES_A_SECOND = 10;

/** Every write to this device says that no space is left. */
const FULL_DEVICE = "/dev/full";

/** The disk of the log is full: pages and posts are answered, and SIGTERM ends the server. */
export const logFull: FaultCase<EmbeddedContext> = {
  name: "log on a full disk",
  async run({ outputDir }) {
    const engine = await createEmbeddedEngine();
    try {
      const environment = { ...engine.environment, LOG_LEVEL: "info" };
      const stdout = openSync(FULL_DEVICE, "w");
      await withServer(
        outputDir,
        environment,
        async (server, client) => {
          for (let count = 0; count < 20; count++) {
            await expectRecovery(client);
            assert.equal((await client.get(FEEDBACK_ENDPOINT)).status, 405);
            assert.equal((await client.get("/servizi/")).status, 200);
          }
          assert.equal(await server.end("SIGTERM"), 0);
        },
        stdout,
      );
    } finally {
      await engine.remove();
    }
  },
};

/** A stranger is refused as often as the server can answer, and cannot fill the disk with it. */
export const logFlood: FaultCase<EmbeddedContext> = {
  name: "a flood of refusals",
  async run({ outputDir, tell }) {
    const engine = await createEmbeddedEngine();
    const folder = await mkdtemp(join(tmpdir(), "log-"));
    const path = join(folder, "log");
    try {
      const environment = { ...engine.environment, LOG_LEVEL: "info" };
      await withServer(
        outputDir,
        environment,
        async ({ origin }) => {
          const before = statSync(path).size;
          const strangers = await Promise.all(
            Array.from({ length: CONNECTIONS }, () => openConnection(origin)),
          );
          const request = `GET ${FEEDBACK_ENDPOINT} HTTP/1.1\r\nHost: a.example\r\n\r\n`;
          const { durations, seconds } = await closedLoop(
            strangers.map(
              ({ send }) =>
                () =>
                  send(request),
            ),
            MS,
          );
          for (const { close } of strangers) close();
          const perSecond = (statSync(path).size - before) / seconds;
          tell(
            `${Math.round(durations.length / seconds)} refusals a second made ${perSecond.toFixed(0)} bytes of log`,
          );
          assert.ok(perSecond < MAX_LINES_A_SECOND * 200, "a stranger fills the disk");
        },
        openSync(path, "w"),
      );
    } finally {
      await engine.remove();
      await rm(folder, { recursive: true });
    }
  },
};

import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { MAX_CONNECTIONS } from "../../../src/server/connections.ts";
import { watch } from "../../benchmarks/load-watch.ts";
import { ATTACKS } from "../attacker.ts";
import type { AttackName } from "../attacker.ts";
import { createEmbeddedEngine } from "../engines.ts";
import type { ServerProcess } from "../server-process.ts";
import type { EmbeddedContext, FaultCase } from "./fault-case.ts";
import { readPages } from "./page-reader.ts";
import { withServer } from "./with-server.ts";

const ATTACK_MS = 4_000;
/** How long until the last connection that takes or sends nothing must be cut. */
const CUT_MS = 60_000;
/** More than the server's other files and sockets, and fewer than the attacks open. */
const OTHER_DESCRIPTORS = 100;

/** One client tries to take the server down, in each way that it has. */
export const oneClient: FaultCase<EmbeddedContext> = {
  name: "one client means harm",
  async run({ outputDir, tell }) {
    const engine = await createEmbeddedEngine();
    const environment = { ...engine.environment, REQUEST_SECONDS: "3" };
    try {
      await withServer(outputDir, environment, async (server) => {
        for (const name of Object.keys(ATTACKS) as AttackName[]) tell(await attack(server, name));
      });
    } finally {
      await engine.remove();
    }
  },
};

/** @returns what citizens saw meanwhile, and what the attack held */
async function attack(server: ServerProcess, name: AttackName): Promise<string> {
  const attacker = fork("tests/faults/attacker.ts", [name, new URL(server.origin).port]);
  const placed = once(attacker, "message");
  const { result, memory, descriptors } = await watch(server, async () => {
    await placed;
    return readPages(server.origin, ATTACK_MS);
  });
  const start = performance.now();
  let left = await server.descriptors();
  while (ATTACKS[name].isCut && left > OTHER_DESCRIPTORS) {
    assert.ok(performance.now() - start < CUT_MS, `${name}: ${left} files and sockets are left`);
    await sleep(250);
    left = await server.descriptors();
  }
  const seconds = Math.round((performance.now() - start) / 1_000);
  const exit = once(attacker, "exit");
  attacker.disconnect();
  await exit;
  assert.ok(result.pages > 0 && result.failed === 0, `${name}: ${result.summary}`);
  assert.ok(descriptors <= MAX_CONNECTIONS + OTHER_DESCRIPTORS, `${name}: ${descriptors} files and sockets`);
  return (
    `${name}: ${result.summary}; memory ${memory.before} to ${memory.most} MiB; ` +
    `${descriptors} files and sockets, and ${left} ${seconds} s later`
  );
}

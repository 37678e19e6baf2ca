import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { FEEDBACK_ENDPOINT } from "../../../src/shared/feedback-contract.ts";
import { freePort } from "../../support/free-port.ts";
import { createClient, encodePost } from "../client.ts";
import { createEmbeddedEngine, createPostgresEngine } from "../engines.ts";
import type { Engine } from "../engines.ts";
import { findViolations } from "../ledger.ts";
import type { Delivery } from "../ledger.ts";
import type { Post } from "../posts.ts";
import { createRandom } from "../random.ts";
import { createServerProcess } from "../server-process.ts";
import { startTraffic } from "../traffic.ts";
import type { EmbeddedContext, FaultCase, PostgresContext } from "./fault-case.ts";
import { newPost } from "./unavailable.ts";

const HALF_SENT = 20;

export const embeddedStop: FaultCase<EmbeddedContext> = {
  name: "SIGTERM under load",
  run: async ({ outputDir }) => stopUnderLoad(await createEmbeddedEngine(), outputDir),
};

export const postgresStop: FaultCase<PostgresContext> = {
  name: "SIGTERM under load",
  run: async ({ cluster, outputDir }) =>
    stopUnderLoad(await createPostgresEngine(cluster, "graceful_stop"), outputDir),
};

/**
 * Expects a reply to every post that has partly reached the server. Others may get none, but those
 * that are acknowledged must be stored.
 */
async function stopUnderLoad(engine: Engine, outputDir: string): Promise<void> {
  const server = createServerProcess({ port: await freePort(), outputDir, environment: engine.environment });
  await server.start();
  const traffic = startTraffic(server.origin, createRandom(1));
  try {
    const posts = Array.from({ length: HALF_SENT }, () => newPost());
    const halves = posts.map((post) => sendHalf(server.origin, post));
    // Replies to these later requests show that the first halves have arrived.
    const client = createClient(server.origin);
    await sleep(500);
    await client.get("/api/health");
    client.close();

    const exit = server.end("SIGTERM");
    await sleep(200);
    const statuses = await Promise.all(halves.map((finish) => finish()));
    assert.deepEqual(
      statuses,
      posts.map(() => 201),
    );
    assert.equal(await exit, 0);
    const [rows] = await Promise.all([engine.killAndRead(server), traffic.stop()]);
    const halfSent = posts.map((post): [string, Delivery[]] => [post.key, [{ post, status: 201 }]]);
    assert.deepEqual(findViolations(new Map([...traffic.ledger, ...halfSent]), rows), []);
  } finally {
    await traffic.stop();
    await server.end("SIGKILL");
    await engine.remove();
  }
}

/** Sends half of a post. Returns a function that sends the rest and waits for the status. */
function sendHalf(origin: string, post: Post): () => Promise<number | undefined> {
  const { type, body } = encodePost(post);
  const headers = { origin, "content-type": type, "content-length": Buffer.byteLength(body) };
  const outgoing = request(`${origin}${FEEDBACK_ENDPOINT}`, {
    method: "POST",
    agent: false,
    headers,
  });
  // Listens from the start: a connection that breaks before the rest is sent yields no status.
  const status = once(outgoing, "response").then(
    ([response]: IncomingMessage[]) => response?.statusCode,
    () => undefined,
  );
  outgoing.write(body.slice(0, 20));
  return () => {
    outgoing.end(body.slice(20));
    return status;
  };
}

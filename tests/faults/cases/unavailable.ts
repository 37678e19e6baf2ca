import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { PostgresCluster } from "../../support/postgres.ts";
import type { Client, Reply } from "../client.ts";
import { isAcknowledgement } from "../ledger.ts";
import type { Post } from "../posts.ts";

const LIMIT_MS = 3_000;
const RECOVERY_MS = 5_000;
const POOL_SIZE = 10;

/** Three times the pool, so that some posts must wait for a connection. */
const POSTS_AT_ONCE = 30;

export function newPost(comment = "Tutto chiaro, grazie"): Post {
  return { key: randomUUID(), format: "json", content: { rating: 5, answer: "clear", comment } };
}

/**
 * Sends posts at once while storage is unavailable. Expects each to be postponed in time, with a
 * `Retry-After`.
 */
export async function expectUnavailable(client: Client): Promise<void> {
  const posts = Array.from({ length: POSTS_AT_ONCE }, () => client.send(newPost()));
  for (const reply of await Promise.all(posts)) expectPostponed(reply);
}

function expectPostponed({ status, retryAfter, duration }: Reply): void {
  assert.equal(status, 503);
  assert.match(retryAfter ?? "", /^[1-9]\d*$/);
  assert.ok(duration < LIMIT_MS, `a reply took ${Math.round(duration)} ms`);
}

/** Expects the health check to report the failure just as quickly. */
export async function expectUnhealthy(client: Client): Promise<void> {
  const { status, duration } = await client.get("/api/health");
  assert.equal(status, 503);
  assert.ok(duration < LIMIT_MS, `the health check took ${Math.round(duration)} ms`);
}

/**
 * Sends posts to a full disk. Expects the first that finds no room to be postponed, and the health
 * check to say so.
 * @param most how many may find room, because pages of the tables and of the log exist already
 */
export async function expectFull(client: Client, most: number): Promise<void> {
  let reply = await client.send(newPost());
  for (let count = 0; reply.status === 201 && count < most; count++) reply = await client.send(newPost());
  expectPostponed(reply);
  await expectUnhealthy(client);
}

/** Waits until a post is stored again, without a restart of the server, and returns that post. */
export async function expectRecovery(client: Client): Promise<Post> {
  const post = newPost();
  const deadline = Date.now() + RECOVERY_MS;
  for (;;) {
    const { status } = await client.send(post);
    if (isAcknowledgement(status)) return post;
    assert.ok(Date.now() < deadline, `still answered ${status} when storage was back`);
    await sleep(100);
  }
}

/** Waits until the health check says so too. What it said before stands for a second. */
export async function expectHealthy(client: Client): Promise<void> {
  const deadline = Date.now() + RECOVERY_MS;
  while ((await client.get("/api/health")).status !== 200) {
    assert.ok(Date.now() < deadline, "the health check still fails when storage is back");
    await sleep(100);
  }
}

/** Expects the server to hold no more connections than its pool, and all of them to be idle. */
export async function expectNoLeak(cluster: PostgresCluster, database: string): Promise<void> {
  const states = `SELECT state FROM pg_stat_activity WHERE datname = '${database}'`;
  assert.ok((await cluster.query(states)).length <= POOL_SIZE, "more connections than the pool has");
  const busy = `${states} AND state <> 'idle'`;
  const deadline = Date.now() + RECOVERY_MS;
  while ((await cluster.query(busy)).length > 0) {
    assert.ok(Date.now() < deadline, "a connection was left with its statement");
    await sleep(100);
  }
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { MAX_WAITING } from "../../src/server/connections.ts";
import type { ServerProcess } from "../faults/server-process.ts";
import { freePort } from "../support/free-port.ts";
import { createReplyReader, openConnection } from "./load-connection.ts";
import { closedLoop, sumUp, throughput } from "./load-generators.ts";
import type { LoadResult } from "./load-generators.ts";
import { watch } from "./load-watch.ts";
import type { Watched } from "./load-watch.ts";

export const PIPELINING_CONNECTIONS = 20;
/** As many as may wait on one connection. */
const REQUESTS_EACH = MAX_WAITING;
export const PIPELINED = PIPELINING_CONNECTIONS * REQUESTS_EACH;
/** How long the client reads no replies, so that they wait in the server. */
const SILENCE_MS = 2_000;

const CONCURRENCY = 32;
/** Many short rounds are fairer than one long one on a machine that other programs use too. */
const ROUNDS = 12;
const WARM_UP_MS = 1_000;

/** As long as a service page and as varied as real text: Brotli compresses it to about a fifth. */
export const PAGE = `<!doctype html><html lang="it"><title>Servizi</title>${Array.from(
  { length: 300 },
  (_, paragraph) =>
    `<p>${(paragraph * 7_919).toString(36)} Lo sportello ${paragraph * paragraph} riceve chi chiama.</p>`,
).join("\n")}</html>`;

const requestOf = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a.example\r\nAccept-Encoding: br\r\n\r\n`;

/** Compares the pages a second of the server with those of a bare one that sends the same bytes. */
export interface PageComparison {
  bare: LoadResult;
  served: LoadResult;
  /** The median over the rounds of the server's rate divided by the bare one's. */
  ratio: number;
}

/** Requests the same page from the server and from a bare one, in turns. */
export async function comparePages(
  { origin }: ServerProcess,
  path: string,
  ms: number,
): Promise<PageComparison> {
  const port = await freePort();
  const bareServer = spawn(
    process.execPath,
    ["tests/benchmarks/load-bare-server.ts", origin + path, String(port)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  process.once("exit", () => bareServer.kill("SIGKILL"));
  await once(bareServer.stdout, "data");
  const ofBare = await openReaders(`http://127.0.0.1:${port}`, path);
  const ofServed = await openReaders(origin, path);
  await closedLoop(ofBare.work, WARM_UP_MS);
  await closedLoop(ofServed.work, WARM_UP_MS);
  const bare: LoadResult[] = [];
  const served: LoadResult[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await closedLoop(ofBare.work, ms / ROUNDS));
    served.push(await closedLoop(ofServed.work, ms / ROUNDS));
  }
  const ratios = served.map((result, round) => throughput(result) / throughput(bare[round] ?? result));
  const ratio = ratios.toSorted((a, b) => a - b)[ROUNDS / 2] ?? Number.NaN;
  ofBare.close();
  ofServed.close();
  bareServer.kill("SIGKILL");
  return { bare: sumUp(bare), served: sumUp(served), ratio };
}

async function openReaders(origin: string, path: string) {
  const connections = await Promise.all(Array.from({ length: CONCURRENCY }, () => openConnection(origin)));
  const request = requestOf(path);
  return {
    work: connections.map(
      ({ send }) =>
        () =>
          send(request),
    ),
    close: () => {
      for (const { close } of connections) close();
    },
  };
}

/**
 * Opens connections that each request a page as often as they may before reading any reply.
 * @returns how many replies were pages, and what the server held meanwhile
 */
export function pipelinePages(server: ServerProcess, path: string): Promise<Watched<number>> {
  return watch(server, async () => {
    const { port } = new URL(server.origin);
    const pages = await Promise.all(
      Array.from({ length: PIPELINING_CONNECTIONS }, () => pipeline(Number(port), requestOf(path))),
    );
    return pages.reduce((sum, count) => sum + count, 0);
  });
}

async function pipeline(port: number, request: string): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(request.repeat(REQUESTS_EACH));
  await sleep(SILENCE_MS);
  let replies = 0;
  let pages = 0;
  const complete = Promise.withResolvers<undefined>();
  const read = createReplyReader((status) => {
    if (status === 200) pages += 1;
    replies += 1;
    if (replies === REQUESTS_EACH) complete.resolve(undefined);
  });
  socket.on("data", read);
  socket.on("close", () => {
    complete.resolve(undefined);
  });
  await complete.promise;
  socket.destroy();
  return pages;
}

import { once } from "node:events";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import type { FeedbackStore } from "../../../../src/feedback/store/store.ts";
import { probe } from "../../../../src/feedback/watch/probe.ts";
import type { ProbeResult } from "../../../../src/feedback/watch/probe.ts";
import { createTestApp } from "../../../support/feedback-app.ts";
import type { TestApp } from "../../../support/feedback-app.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { formPost, jsonPost, ORIGIN, SITE } from "../../../support/feedback.ts";
import { freePort } from "../../../support/free-port.ts";

let database: TestDatabase;
let store: FeedbackStore;
beforeAll(async () => {
  database = await openTestDatabase();
  store = createFeedbackStore(database);
});
beforeEach(() => database.empty());
afterAll(() => database.close());

/** Probes a site whose form posts to this port. */
const probeAt = (port: number, timeoutMs = 5_000): Promise<ProbeResult> =>
  probe(
    { ...SITE.manifest, feedbackUrl: `http://127.0.0.1:${port}/api/feedback` },
    { timeoutMs, pauseMs: 0 },
  );

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Serves the app over HTTP. */
const serve = (app: TestApp) =>
  listen((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      const reply = await app(
        new Request(`${ORIGIN}${request.url ?? ""}`, {
          method: "POST",
          headers,
          body: Buffer.concat(chunks),
        }),
      );
      response.writeHead(reply.status, Object.fromEntries(reply.headers)).end(await reply.text());
    })();
  });

const count = async () => {
  const [row] = await database.query(
    "SELECT (SELECT count(*) FROM feedback)::int AS counted, (SELECT count(*) FROM feedback_suspect)::int AS suspect",
    [],
  );
  return row;
};

describe("the probe", () => {
  it("is answered by a form that works, and leaves nothing in any table", async () => {
    const port = await serve(createTestApp({ store }));
    expect(await probeAt(port)).toEqual({ answered: true });
    expect(await count()).toEqual({ counted: 0, suspect: 0 });
  });

  it("says that posts cannot be stored, and tries twice", async () => {
    let checks = 0;
    const check = () => {
      checks += 1;
      return Promise.reject(new Error("disk full"));
    };
    // Each question is about another second.
    const port = await serve(createTestApp({ store: { ...store, check }, now: () => 2_000 * checks }));
    expect(await probeAt(port)).toEqual({ answered: false, reason: "non può conservare i pareri (503)" });
    expect(checks).toBe(2);
  });

  it("says that posts of the site are taken for another's", async () => {
    const manifest = { ...SITE.manifest, origin: "https://vecchio.example" };
    const port = await serve(createTestApp({ store, site: { ...SITE, manifest } }));
    expect(await probeAt(port)).toEqual({
      answered: false,
      reason: "rifiuta i pareri del sito come se venissero da un altro (403)",
    });
  });

  it("is not content with a page that answers 200, nor with a redirect", async () => {
    const page = await listen((_request, response) => response.end("<h1>In manutenzione</h1>"));
    expect(await probeAt(page)).toEqual({
      answered: false,
      reason: "risponde altro da quello che deve (200)",
    });
    const moved = await listen((_request, response) =>
      response.writeHead(302, { Location: "https://altrove.example/" }).end(),
    );
    expect(await probeAt(moved)).toMatchObject({ answered: false });
  });

  it("says that nobody answers, or not in time", async () => {
    expect(await probeAt(await freePort())).toEqual({
      answered: false,
      reason: "non si riesce a raggiungerlo (ECONNREFUSED)",
    });
    const mute = await listen(() => undefined);
    expect(await probeAt(mute, 100)).toEqual({
      answered: false,
      reason: "nessuna risposta entro 0.1 secondi",
    });
  });

  it("takes one failure for an accident", async () => {
    const app = createTestApp({ store });
    let requests = 0;
    const port = await serve(async (request) => {
      requests += 1;
      return requests === 1 ? new Response(null, { status: 502 }) : app(request);
    });
    expect(await probeAt(port)).toEqual({ answered: true });
  });
});

describe("a robot that writes the mark of the probe", () => {
  const send = (app: TestApp, type: string, body: string) =>
    app(
      new Request(`${ORIGIN}/api/feedback`, {
        method: "POST",
        headers: { origin: ORIGIN, "content-type": type },
        body,
      }),
    );

  it("gets nothing stored, with script and without", async () => {
    const app = createTestApp({ store });
    const json = JSON.stringify(jsonPost({ sito_web: "sonda", rating: 1, comment: "Spam" }));
    const form = new URLSearchParams(formPost({ sito_web: "sonda" })).toString();
    expect((await send(app, "application/json", json)).status).toBe(200);
    expect((await send(app, "application/x-www-form-urlencoded", form)).status).toBe(200);
    expect(await count()).toEqual({ counted: 0, suspect: 0 });
  });

  it("asks the database once a second at most, and is limited like anybody", async () => {
    let checks = 0;
    const check = async () => {
      checks += 1;
      await store.check();
    };
    const app = createTestApp({ store: { ...store, check }, now: () => 0 });
    const statuses: number[] = [];
    for (let post = 0; post < 200; post += 1) {
      const json = JSON.stringify(jsonPost({ sito_web: "sonda" }));
      statuses.push((await send(app, "application/json", json)).status);
    }
    expect([checks, new Set(statuses)]).toEqual([1, new Set([200, 429])]);
  });

  it("is refused what anybody is refused", async () => {
    const app = createTestApp({ store });
    const unknown = JSON.stringify(jsonPost({ sito_web: "sonda", page: "/via/" }));
    expect((await send(app, "application/json", unknown)).status).toBe(422);
  });
});

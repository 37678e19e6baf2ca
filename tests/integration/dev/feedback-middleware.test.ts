import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { feedbackMiddleware } from "../../../src/dev/feedback-middleware.ts";
import { putEmptyDatabase } from "../../support/empty-database.ts";
import { formPost, ORIGIN, writeBuiltSite } from "../../support/feedback.ts";

let directory: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "dev-server-"));
  await putEmptyDatabase(join(directory, "data"));
  vi.stubEnv("DATA_DIR", join(directory, "data"));
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("FEEDBACK_RATE_BURST", "80");
  await writeBuiltSite(join(directory, "_site"));
  const { handle } = feedbackMiddleware(join(directory, "_site"));
  server = createServer((request, response) => {
    handle(request, response, () => response.end("a page"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true });
});

describe("the development server", () => {
  it("takes feedback as production does", async () => {
    const reply = await fetch(`${origin}/api/feedback`, {
      method: "POST",
      headers: { Origin: ORIGIN, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(formPost()),
      redirect: "manual",
    });
    expect(reply.status).toBe(303);
    expect(reply.headers.get("Location")).toBe("/grazie/");
  });

  it("has the routes and headers of production, and the limits of the environment", async () => {
    const health = await fetch(`${origin}/api/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: "ok", storage: "ok" }]);
    expect(health.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
    const init = {
      method: "POST",
      headers: { Origin: ORIGIN, "Content-Type": "application/json" },
      body: "{}",
    };
    const statuses: number[] = [];
    for (let post = 0; post < 82; post++) statuses.push((await fetch(`${origin}/api/feedback`, init)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([422, 429]);
  });

  it("leaves every other address to Eleventy", async () => {
    const reply = await fetch(`${origin}/servizi/`);
    expect(await reply.text()).toBe("a page");
  });
});

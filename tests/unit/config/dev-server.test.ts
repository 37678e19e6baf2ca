import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Middleware } from "@11ty/eleventy";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { registerDevServer } from "../../../src/config/dev-server.ts";
import { formPost, ORIGIN, writeBuiltSite } from "../feedback/support.ts";

let directory: string;
let server: Server;
let origin: string;

/** What the registration hands to Eleventy: its middleware, told of a build that ended in `output`. */
function middlewareAfterBuild(output: string): Middleware | undefined {
  const after: ((event: { directories: { output: string } }) => void)[] = [];
  const middleware: Middleware[] = [];
  registerDevServer({
    on: (_event: string, handler: never) => after.push(handler),
    setServerOptions: (options) => middleware.push(...(options.middleware ?? [])),
  });
  for (const handler of after) handler({ directories: { output } });
  return middleware[0];
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "dev-server-"));
  vi.stubEnv("DATA_DIR", join(directory, "data"));
  vi.stubEnv("LOG_LEVEL", "silent");
  await writeBuiltSite(join(directory, "_site"));
  const middleware = middlewareAfterBuild(join(directory, "_site"));
  server = createServer((request, response) => {
    middleware?.(request, response, () => response.end("a page"));
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

  it("leaves every other address to Eleventy", async () => {
    const reply = await fetch(`${origin}/servizi/`);
    expect(await reply.text()).toBe("a page");
  });
});

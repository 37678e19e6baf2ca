import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ENDPOINTS } from "../../../src/feedback/http/app.ts";
import { COMMANDS_PATH } from "../../../src/feedback/http/command-route.ts";
import { loadFeedbackSite } from "../../../src/feedback/http/manifest.ts";
import { siteUnderTest } from "../../support/site-under-test.ts";
import { bundleFunctions, type Bundles } from "./bundle.ts";
import { copyProject } from "./project.ts";

/** Long enough for the bundler to follow every import of the function. */
const TIMEOUT_MS = 120_000;
const ORIGIN = "https://sito.example";

/** The folder that netlify.toml publishes. The functions include parts of it. */
const PUBLISHED = "_site";

const run = promisify(execFile);

/** A copy of the project with the site under test, and a folder that holds only bundled files. */
let project: string;
let folder: string;
let bundles: Bundles;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bundle-"));
  project = await copyProject(siteUnderTest.output);
  bundles = await bundleFunctions(project, folder);
}, TIMEOUT_MS);
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(project, { recursive: true });
});

/** Imports the bundled function in a new process, as the platform does, and sends it a request. */
async function call(path: string, init: RequestInit = {}): Promise<[number, string]> {
  const [reply] = await callOften(1, path, init);
  if (!reply) throw new Error("The function did not answer");
  return reply;
}

/** Sends one instance the same request several times at once. Its log is told to `tell`. */
async function callOften(
  times: number,
  path: string,
  init: RequestInit = {},
  tell?: (log: string) => void,
): Promise<[number, string][]> {
  const script = `
    const { default: answer } = await import("./src/functions/api.mjs");
    const send = async () => {
      const request = new Request(${JSON.stringify(ORIGIN + path)}, ${JSON.stringify(init)});
      const response = await answer(request, { ip: "192.0.2.1" });
      return [response.status, await response.text()];
    };
    const replies = await Promise.all(Array.from({ length: ${times} }, send));
    console.error(JSON.stringify(replies));`;
  const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: bundles.get("api")?.folder,
    env: { LOG_LEVEL: tell ? "info" : "silent", ALLOWED_ORIGINS: ORIGIN },
  });
  tell?.(stdout);
  return JSON.parse(stderr) as [number, string][];
}

it(
  "the bundled handler gives a refused form back as its page, in every language",
  async () => {
    const { manifest } = await loadFeedbackSite(siteUnderTest.output);
    for (const lang of manifest.languages.keys()) {
      const fields = { page: "/", lang, rating: "", formVersion: "01234567", pageRevision: "0123456789ab" };
      const [status, page] = await call("/api/feedback", {
        method: "POST",
        headers: { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ ...fields, comment: "Da non perdere" }).toString(),
      });
      expect([lang, status]).toEqual([lang, 422]);
      expect(page).toContain("Da non perdere</textarea>");
      expect(page).toMatch(new RegExp(`<html lang="?${lang}\\b`));
    }
  },
  TIMEOUT_MS,
);

it(
  "the bundled health check says that storage is not there",
  async () => {
    expect(await call("/api/health")).toEqual([
      503,
      JSON.stringify({ status: "unavailable", storage: "unavailable" }),
    ]);
  },
  TIMEOUT_MS,
);

it("the platform calls the function for every path of the app but that of operators' commands", () => {
  const answered = [...ENDPOINTS].filter((path) => path !== COMMANDS_PATH);
  expect(bundles.get("api")?.paths.toSorted()).toEqual(answered.toSorted());
});

it("the platform is told to bound the requests of an address, so that eighty at once still pass", () => {
  expect(bundles.get("api")?.trafficRules).toEqual({
    action: {
      type: "rate_limit",
      config: {
        rateLimitConfig: { windowLimit: 120, windowSize: 180, algorithm: "sliding_window" },
        aggregate: { keys: [{ type: "ip" }, { type: "domain" }] },
      },
    },
  });
});

it(
  "an instance counts its refusals, and tells few lines of many",
  async () => {
    let log = "";
    const replies = await callOften(1_000, "/api/feedback", { method: "PUT" }, (text) => (log = text));
    expect(new Set(replies.map(([status]) => status))).toEqual(new Set([405]));
    const lines = log
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { count: number });
    expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(1_000);
    // One at once, and one more for each second that it took.
    expect(lines.length).toBeLessThan(100);
  },
  TIMEOUT_MS,
);

it("of the site, only what the app reads is uploaded with the functions", async () => {
  const { manifest } = await loadFeedbackSite(siteUnderTest.output);
  const read = [
    "feedback.json",
    manifest.reportStyle.slice(1),
    ...[...manifest.languages.values()].map(({ retry }) => `${retry.slice(1)}index.html`),
  ];
  for (const [name, { folder }] of bundles) {
    const entries = await readdir(join(folder, PUBLISHED), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const uploaded = files.map((entry) =>
      relative(join(folder, PUBLISHED), join(entry.parentPath, entry.name)),
    );
    expect([name, uploaded.sort()]).toEqual([name, read.sort()]);
  }
});

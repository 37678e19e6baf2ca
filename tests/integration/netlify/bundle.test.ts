import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
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
  const script = `
    const { default: answer } = await import("./src/functions/api.mjs");
    const request = new Request(${JSON.stringify(ORIGIN + path)}, ${JSON.stringify(init)});
    const response = await answer(request, { ip: "192.0.2.1" });
    console.log(JSON.stringify([response.status, await response.text()]));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: bundles.get("api"),
    env: { LOG_LEVEL: "silent", ALLOWED_ORIGINS: ORIGIN },
  });
  return JSON.parse(stdout) as [number, string];
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

it("of the site, only what the handler reads is uploaded with the functions", async () => {
  const { manifest } = await loadFeedbackSite(siteUnderTest.output);
  const read = [
    "feedback.json",
    ...[...manifest.languages.values()].map(({ retry }) => `${retry.slice(1)}index.html`),
  ];
  for (const [name, path] of bundles) {
    const entries = await readdir(join(path, PUBLISHED), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const uploaded = files.map((entry) =>
      relative(join(path, PUBLISHED), join(entry.parentPath, entry.name)),
    );
    expect([name, uploaded.sort()]).toEqual([name, read.sort()]);
  }
});

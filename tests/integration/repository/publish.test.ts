import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const workflow = z.object({
  on: z.object({ schedule: z.array(z.object({ cron: z.string() })).length(1) }),
  jobs: z.object({ publish: z.object({ steps: z.array(z.object({ run: z.string() })).length(1) }) }),
});
const { on, jobs } = workflow.parse(parse(readFileSync(".github/workflows/publish.yml", "utf8")));
const hasCurl = spawnSync("curl", ["--version"]).status === 0;

/** Runs the command as a CI runner does. */
function ask(hook: string): Promise<{ code: unknown; output: string }> {
  const command = jobs.publish.steps[0]?.run ?? "";
  const env = { ...process.env, BUILD_HOOK_URL: hook, no_proxy: "127.0.0.1" };
  return new Promise((done) => {
    execFile("bash", ["-eo", "pipefail", "-c", command], { env }, (error, stdout, stderr) => {
      done({ code: error ? error.code : 0, output: stdout + stderr });
    });
  });
}

/**
 * Runs the command against a host that replies with the given status. Returns the command's output
 * and the requests that the host received.
 */
async function askHost(status: number) {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
    response.writeHead(status).end("done");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    return { ...(await ask(`http://127.0.0.1:${port}/build_hooks/s3cret`)), received };
  } finally {
    server.close();
  }
}

describe("publishing every morning", () => {
  it("comes once a day when the day has changed, in Rome as in UTC, in winter as in summer", () => {
    const [minute, hour, ...days] = on.schedule[0]?.cron.split(" ") ?? [];
    expect(days).toEqual(["*", "*", "*"]);
    for (const day of ["2026-01-15", "2026-07-15", "2026-03-29", "2026-10-25"]) {
      const run = new Date(`${day}T${hour?.padStart(2, "0")}:${minute?.padStart(2, "0")}Z`);
      const [date, time = ""] = run.toLocaleString("sv", { timeZone: "Europe/Rome" }).split(" ");
      expect(date).toBe(day);
      expect(time < "05:00", time).toBe(true);
    }
  });

  it("is left out, with a notice, where there is no build hook", async () => {
    expect(await ask("")).toEqual({ code: 0, output: expect.stringMatching(/^::notice::.+\n$/) as string });
  });

  it.runIf(hasCurl)("posts to the build hook and never shows its address", async () => {
    const { code, output, received } = await askHost(200);
    expect({ code, received }).toEqual({ code: 0, received: ["POST /build_hooks/s3cret"] });
    expect(output).not.toContain("s3cret");
  });

  it.runIf(hasCurl)("fails when the host refuses, and does not show the address then either", async () => {
    const { code, output } = await askHost(404);
    expect(code).toBe(1);
    expect(output).toMatch(/^::error::/);
    expect(output).not.toContain("s3cret");
  });
});

import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const permissions = z.record(z.string(), z.string());

const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions,
  jobs: z.record(
    z.string(),
    z.object({
      needs: z.array(z.string()).default([]),
      if: z.string().default(""),
      permissions,
      "timeout-minutes": z.number(),
      container: z.object({ image: z.string() }).optional(),
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().default(""),
          with: z.record(z.string(), z.unknown()).default({}),
        }),
      ),
    }),
  ),
});

const files = globSync(".github/workflows/*.{yml,yaml}");
const source = readFileSync(".github/workflows/ci.yml", "utf8");
const { deploy, ...others } = workflow.parse(parse(source)).jobs;

describe.each(files)("%s", (file) => {
  const text = readFileSync(file, "utf8");
  const { on, jobs, permissions: granted } = workflow.parse(parse(text));

  it("takes actions of others by full commit hash, with the version beside it", () => {
    const uses = text.split("\n").filter((line) => line.includes("uses:"));
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("takes images by digest", () => {
    for (const { container } of Object.values(jobs)) {
      if (container) expect(container.image).toMatch(/@sha256:[0-9a-f]{64}$/);
    }
  });

  it("grants nothing to the whole, and each job only what it needs, for a limited time", () => {
    expect(granted).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(Object.keys(job.permissions)).toEqual(["contents"]);
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(90);
    }
  });

  it("gives no secret to a stranger's code, and puts nothing that a stranger may write into a command", () => {
    expect(on).not.toHaveProperty("pull_request_target");
    for (const { steps } of Object.values(jobs)) {
      for (const { run } of steps) expect(run).not.toContain("${{");
    }
  });
});

describe("the workflow CI", () => {
  it("takes actions of others", () => {
    expect(source).toContain("uses: actions/checkout@");
  });

  it("deploys only what was pushed to main, and only behind all other jobs", () => {
    expect(deploy?.needs.toSorted()).toEqual(Object.keys(others).toSorted());
    for (const condition of ["!failure()", "github.event_name == 'push'", "github.ref == 'refs/heads/main'"])
      expect(deploy?.if).toContain(condition);
  });

  it("lets only the deployment write, and keeps no credentials where packages run", () => {
    expect(deploy?.permissions).toEqual({ contents: "write" });
    expect(deploy?.steps.filter(({ run }) => run.includes("npm"))).toEqual([]);
    for (const { permissions, steps } of Object.values(others)) {
      expect(permissions).toEqual({ contents: "read" });
      const checkout = steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
      expect(checkout?.with).toMatchObject({ "persist-credentials": false });
    }
  });
});

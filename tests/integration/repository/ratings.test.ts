import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const steps = z.object({
  steps: z.array(z.object({ name: z.string().optional(), run: z.string().optional() })),
});
const { jobs } = z
  .object({ jobs: z.object({ count: steps, propose: steps }) })
  .parse(parse(readFileSync(".github/workflows/ratings.yml", "utf8")));

function commandOf(job: keyof typeof jobs, name: string): string {
  const command = jobs[job].steps.find((step) => step.name === name)?.run;
  if (command === undefined) throw new Error(`The workflow has no step "${name}".`);
  return command;
}

let folder: string;
let clone: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ratings-"));
  clone = join(folder, "clone");
  git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "origin");
  git(folder, "clone", "--quiet", "origin", "clone");
  mkdirSync(join(clone, "_data"));
  writeFileSync(join(clone, "_data/site.json"), "{}");
  git(clone, "add", "--all");
  git(clone, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message=x");
  git(clone, "push", "--quiet", "origin", "HEAD:main");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function git(cwd: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}

/** Runs a command as a CI runner does, and returns what it says and answers. */
function run(command: string, variables: Record<string, string>): string {
  const output = join(folder, "output");
  writeFileSync(output, "");
  const env = { ...process.env, ...variables, GITHUB_OUTPUT: output };
  const said = execFileSync("bash", ["-eo", "pipefail", "-c", command], {
    cwd: clone,
    env,
    encoding: "utf8",
  });
  return said + readFileSync(output, "utf8");
}

const ask = (url: string) =>
  run(commandOf("count", "See whether there is something to do"), { REPORT_DATABASE_URL: url });

describe("the ratings of the month", () => {
  it("are not counted where there is no database, and the notice says so", () => {
    expect(ask("")).toMatch(/^::notice::There is no secret REPORT_DATABASE_URL.*\n$/);
  });

  it("are counted where there is one", () => {
    expect(ask("postgres://x")).toBe("answer=yes\n");
  });

  it("are proposed in a branch, and only once", () => {
    const ratings = '{\n  "until": "2026-10-31",\n  "pages": []\n}\n';
    const said = run(commandOf("propose", "Push a branch"), {
      RATINGS: Buffer.from(ratings).toString("base64"),
    });
    const [, branch = ""] = /the branch (voti-\d{4}-\d{2}):/.exec(said) ?? [];
    expect(git(join(folder, "origin"), "diff", "--name-only", "main", branch)).toBe("_data/ratings.json");
    expect(`${git(join(folder, "origin"), "show", `${branch}:_data/ratings.json`)}\n`).toBe(ratings);
    expect(ask("postgres://x")).toMatch(/^::notice::An earlier proposal waits/);
  });
});

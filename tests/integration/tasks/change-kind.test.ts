import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const TASK = resolve("src/tasks/change-kind.mjs");
const PAGE = "src/content/it/prenota.md";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "change-"));
  git("init", "--quiet", "--initial-branch=main");
  commit(PAGE, "package.json", "_data/site.json");
  git("update-ref", "refs/remotes/origin/production", "HEAD");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function git(...args: string[]): string {
  const who = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
  return execFileSync("git", [...who, ...args], { cwd: folder, encoding: "utf8" }).trim();
}

let count = 0;

function commit(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${++count}`);
  }
  git("add", "--all");
  git("commit", "--quiet", "--message=x");
}

function kind(event: string): string {
  const env = { ...process.env, GITHUB_EVENT_NAME: event };
  return execFileSync(process.execPath, [TASK], { cwd: folder, env, encoding: "utf8" }).trim();
}

describe("a push", () => {
  it.each([
    PAGE,
    "src/content/en/novita/perché no.md",
    "_data/site.json",
    "_data/ratings.json",
    "_data/contacts/sportello.json",
    "_data/vocabulary/en.json",
  ])("of %s is content", (file) => {
    commit(file);
    expect(kind("push")).toBe("content");
  });

  it.each([
    "src/tasks/build.ts",
    "src/contents.ts",
    "package.json",
    "_data/i18n/it.json",
    "_data/glossary/it.json",
    "_data/topics.json",
    "_data/words.json",
    ".github/workflows/ci.yml",
    "tests/sites/flagship/content/it/prenota.md",
    "_includes/layouts/base.njk",
  ])("of %s is code, also with content", (file) => {
    commit(file, PAGE);
    expect(kind("push")).toBe("code");
  });

  it("of nothing, as of a commit that was deployed already, is content", () => {
    expect(kind("push")).toBe("content");
  });

  it("of content on top of code that was not deployed is code", () => {
    commit("package.json");
    commit(PAGE);
    expect(kind("push")).toBe("code");
  });

  it("that moves code among the contents is code", () => {
    git("mv", "package.json", "src/content/it/pacchetto.md");
    git("commit", "--quiet", "--message=x");
    expect(kind("push")).toBe("code");
  });

  it("that rewrites history is code", () => {
    commit(PAGE);
    git("update-ref", "refs/remotes/origin/production", "HEAD");
    git("reset", "--quiet", "--hard", "HEAD^");
    commit(PAGE);
    expect(kind("push")).toBe("code");
  });

  it("is code where nothing was deployed yet", () => {
    git("update-ref", "-d", "refs/remotes/origin/production");
    commit(PAGE);
    expect(kind("push")).toBe("code");
  });
});

describe("a pull request", () => {
  /** Prepares what the platform checks out: the pull request merged into its target. */
  function request(file: string): void {
    git("checkout", "--quiet", "-b", "request");
    commit(file);
    git("checkout", "--quiet", "main");
    commit("package.json");
    git("merge", "--quiet", "--no-ff", "--message=x", "request");
  }

  it("of content is content, whatever its target did meanwhile", () => {
    request(PAGE);
    expect(kind("pull_request")).toBe("content");
  });

  it("of code is code", () => {
    request("src/server.ts");
    expect(kind("pull_request")).toBe("code");
  });

  it("is code where its target is not there to compare with", () => {
    expect(kind("pull_request")).toBe("code");
  });
});

it("a scheduled run judges everything", () => {
  commit(PAGE);
  expect(kind("schedule")).toBe("code");
});

// Prints what is to be judged before HEAD goes out: `content`, when nothing changed but what editors write, else `code`.
// The workflow runs it before anything is installed, hence plain JavaScript without a dependency.
import { execFileSync } from "node:child_process";

/** A site's pages and facts. All else in `_data` is what every site falls back to: words, glossary and topics are code. */
const CONTENT = /^(src\/content\/|_data\/(site\.json$|contacts\/|vocabulary\/))/;

/**
 * Since when HEAD is to be judged, by the event that started the workflow. A push is compared with what was last deployed and
 * not with the push before it, which may have failed or been overtaken: its code would go out with the next text.
 * @type {Record<string, string | undefined>}
 */
const BASES = { push: "origin/production", pull_request: "HEAD^1" };

/** @param {...string} args */
function git(...args) {
  return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** The files that changed since then; undefined when that cannot be told: a first deployment, another line of history. */
function changedSince(/** @type {string} */ base) {
  try {
    git("merge-base", "--is-ancestor", base, "HEAD");
    return git("diff", "--name-only", "--no-renames", "-z", base, "HEAD").split("\0").filter(Boolean);
  } catch {
    return undefined;
  }
}

const base = BASES[process.env["GITHUB_EVENT_NAME"] ?? ""];
const files = base === undefined ? undefined : changedSince(base);
const isContent = files?.every((file) => CONTENT.test(file)) ?? false;
console.log(isContent ? "content" : "code");

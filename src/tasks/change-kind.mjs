// Prints what must be checked before HEAD is published: `content` if only editors' files changed,
// otherwise `code`. The workflow runs it before packages are installed, so it is plain JavaScript
// without dependencies.
import { execFileSync } from "node:child_process";

/**
 * A site's pages and facts. The other data apply to every site, so words, glossary and topics count
 * as code.
 */
const CONTENT = /^(src\/content\/|_data\/((site|ratings)\.json$|contacts\/|vocabulary\/))/;

/**
 * What to compare HEAD with, by the event that started the workflow. A push is compared with the
 * last deployment. The previous push may have failed or been overtaken; its code would then be
 * published with the next change of content.
 * @type {Record<string, string | undefined>}
 */
const BASES = { push: "origin/production", pull_request: "HEAD^1" };

/** @param {...string} args */
function git(...args) {
  return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/**
 * The files changed since `base`. Undefined if this is unknown, as for a first deployment or an
 * unrelated history.
 */
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

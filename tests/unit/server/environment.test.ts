import { globSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, it } from "vitest";
import { checkProduction } from "../../../src/server/production.ts";

/** Variables that other programs read or set. */
const OTHERS = ["DEPLOY_PRIME_URL", "GITHUB_ACTIONS", "NETLIFY", "PATH", "PGPASSWORD", "TMPDIR", "URL"];

const example = readFileSync(".env.example", "utf8");
/** The example with every line uncommented. */
const values = parseEnv(example.replace(/^#(?=[A-Z_]+=)/gm, ""));

/**
 * The names of environment variables in the code: in types, in `env.NAME` and in
 * `process.env["NAME"]`.
 */
function namesInCode(): string[] {
  const sources = globSync("{src/**/*.ts,.eleventy.ts}").map((file) => readFileSync(file, "utf8"));
  const names = sources.flatMap((source) =>
    Array.from(
      source.matchAll(/\benv(?:\.|\[")([A-Z_]{3,})\b|\b([A-Z_]{3,})\?: string/g),
      ([, used, typed]) => String(used ?? typed),
    ),
  );
  return [...new Set(names)].filter((name) => !OTHERS.includes(name)).sort();
}

it("the example environment names every variable that the code reads, and no other", () => {
  expect(Object.keys(values).sort()).toEqual(namesInCode());
});

it("the example environment changes nothing as it stands", () => {
  expect(parseEnv(example)).toEqual({});
});

it("the example's password is refused in production", () => {
  expect(() => {
    checkProduction({ ...values, NODE_ENV: "production" });
  }).toThrow("DATABASE_URL comes from an example");
});

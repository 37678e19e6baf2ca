import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod";

const renovate = z
  .object({
    extends: z.array(z.string()),
    minimumReleaseAge: z.string(),
    internalChecksFilter: z.string(),
    lockFileMaintenance: z.object({ enabled: z.boolean() }),
    packageRules: z.array(
      z.looseObject({
        matchPackageNames: z.array(z.string()).default([]),
        groupName: z.string().optional(),
        minimumReleaseAge: z.unknown().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync("renovate.json", "utf8")));

/** Images, which no package.json names. */
const IMAGES = ["node", "postgres"];

it("waits two weeks before it takes a release, and proposes none sooner", () => {
  expect(renovate.minimumReleaseAge).toBe("14 days");
  expect(renovate.internalChecksFilter).toBe("strict");
  expect(renovate.packageRules.filter((rule) => rule.minimumReleaseAge !== undefined)).toEqual([]);
});

it("does not renew the lock file as a whole, which would take releases of whatever age", () => {
  expect(renovate.lockFileMaintenance.enabled).toBe(false);
});

it("pins images by digest and actions by commit hash", () => {
  expect(renovate.extends).toEqual(
    expect.arrayContaining(["docker:pinDigests", "helpers:pinGitHubActionDigestsToSemver"]),
  );
});

it("has rules only for packages that are there", () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync("package.json", "utf8"),
  ) as Record<string, Record<string, string>>;
  const known = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const named = renovate.packageRules.flatMap(({ matchPackageNames }) => matchPackageNames);
  expect(named.filter((name) => ![...known, ...IMAGES].includes(name))).toEqual([]);
});

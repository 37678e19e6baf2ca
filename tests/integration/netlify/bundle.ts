import { resolveConfig } from "@netlify/config";
import { zipFunctions } from "@netlify/zip-it-and-ship-it";
import * as z from "zod";

/** The part of the platform's configuration that its bundler needs. */
const configuration = z.object({
  functionsDirectory: z.string(),
  functions: z.object({
    "*": z.strictObject({ included_files: z.array(z.string()).default([]) }),
  }),
});

/** What is uploaded for a function. */
interface Bundle {
  folder: string;
  /** What the platform does with its requests before it calls the function. */
  trafficRules: unknown;
  /** The paths at which the platform calls the function. */
  paths: string[];
}

/** What is uploaded for each function, by name. */
export type Bundles = ReadonlyMap<string, Bundle>;

/**
 * Bundles a project's functions as the platform does on deployment, with the platform's own parser
 * of netlify.toml.
 * @param project the folder of netlify.toml, including the built site
 * @param destination the folder that receives one folder for each function
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
  return new Map(
    bundled.map(({ name, path, trafficRules, routes = [] }) => {
      const paths = routes.map(({ pattern }) => pattern);
      return [name, { folder: path, trafficRules, paths }];
    }),
  );
}

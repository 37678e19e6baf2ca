import { build } from "esbuild";

/**
 * Bundles the one browser entry to a minified ES module.
 * @throws when a module cannot be resolved or parsed; esbuild's message names file and line.
 */
export async function bundleScript(): Promise<Uint8Array> {
  const result = await build({
    entryPoints: ["src/client/main.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error("esbuild produced no output for src/client/main.ts");
  return output.contents;
}

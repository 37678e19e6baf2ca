import { FEEDBACK_ENDPOINT } from "../shared/feedback-contract.ts";
import { type AssetFile, hashedFile } from "./asset-file.ts";
import { OLDEST_BROWSERS } from "./browsers.ts";
import { cached } from "./cache.ts";

/** All that the scripts are made of, besides packages. */
const SOURCES = ["src/{client,shared}/**/*.ts", "_includes/components/**/*.ts", "tsconfig.json"];

/** The script that a page loads, and the one that it loads when the feedback form is used. */
export interface Scripts {
  entry: AssetFile;
  outbox: AssetFile;
}

/**
 * Bundles the browser scripts to minified ES modules. The first script loads the second one by its
 * address, because esbuild's own `import()` could not be repeated after a failure such as being
 * offline, which the outbox exists for.
 * @param feedbackUrl where posts go
 * @throws Error that names file and line when a module cannot be resolved or parsed
 */
export async function bundleScripts(feedbackUrl = FEEDBACK_ENDPOINT): Promise<Scripts> {
  const outbox = hashedFile(
    "outbox",
    "js",
    await cachedBundle("_includes/components/feedback/outbox/outbox.ts"),
  );
  const main = await cachedBundle("src/client/main.ts", {
    FEEDBACK_URL: JSON.stringify(feedbackUrl),
    OUTBOX_URL: JSON.stringify(outbox[0]),
  });
  return { entry: hashedFile("main", "js", main), outbox };
}

function cachedBundle(file: string, define: Record<string, string> = {}): Promise<Uint8Array> {
  return cached("script", { files: SOURCES, values: [file, define, OLDEST_BROWSERS] }, () =>
    bundle(file, define),
  );
}

/**
 * Bundles a module with everything that it imports. New syntax is written for the oldest browsers.
 * @throws Error that names file and line when that cannot be done, such as for a lookbehind
 */
export async function bundle(file: string, define: Record<string, string> = {}): Promise<Uint8Array> {
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [file],
    define,
    bundle: true,
    minify: true,
    format: "esm",
    target: OLDEST_BROWSERS,
    // All of them know classes such as \p{L}. To esbuild, only those that know the newest do.
    supported: { "regexp-unicode-property-escapes": true },
    // Otherwise esbuild would move the expression into a string, where it fails when it runs.
    logOverride: { "unsupported-regexp": "error" },
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`esbuild produced no output for ${file}`);
  return output.contents;
}

import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Copies files and folders of the project, without the live contents, to a folder. */
export async function copyProject(sources: readonly string[], folder: string): Promise<void> {
  for (const source of sources)
    await cp(source, join(folder, source), {
      recursive: true,
      filter: (path) => resolve(path) !== resolve("src/content"),
    });
}

import { setTimeout } from "node:timers/promises";
import chokidar from "@11ty/chokidar-with-glob-support";

/** Files that are saved together, or written in pieces, are one change when they are as near as this, in milliseconds. */
const SETTLING_MS = 100;

/**
 * Calls `onChange` when a file below one of the folders is added, changed or taken away, one call after the other; what
 * happens during a call leads to one more. A folder may be missing, and come later.
 * @param folders absolute, or relative to the working directory
 * @param onChange handles its own errors
 * @returns when every change from now on is seen: what calls `onChange` in its turn without one
 */
export function watchFolders(
  folders: readonly string[],
  onChange: () => Promise<void> | void,
): Promise<() => void> {
  let hasChanged = false;
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (hasChanged) {
      await setTimeout(SETTLING_MS);
      hasChanged = false;
      await onChange();
    }
    isRunning = false;
  }

  const changed = (): void => {
    hasChanged = true;
    if (!isRunning) void run();
  };

  return new Promise((resolve) => {
    chokidar
      .watch(folders, {
        // A folder's name may have brackets; what a link points to is no content.
        disableGlobbing: true,
        followSymlinks: false,
        ignoreInitial: true,
        awaitWriteFinish: { stabilityThreshold: SETTLING_MS, pollInterval: 20 },
      })
      .on("all", changed)
      .on("ready", () => {
        resolve(changed);
      });
  });
}

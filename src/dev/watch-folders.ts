import { setTimeout } from "node:timers/promises";
import chokidar from "@11ty/chokidar-with-glob-support";

/**
 * Files that are saved within this many milliseconds are one change. So are files
 * written in pieces.
 */
const SETTLING_MS = 100;

/**
 * Calls `onChange` when a file below one of the folders is added, changed or removed. Calls never
 * overlap. Changes during a call lead to one more call. A folder may be missing, and appear later.
 * @param folders absolute, or relative to the working directory
 * @param onChange handles its own errors
 * @returns resolves once every further change is seen, to a function that has
 * `onChange` called without a change
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
        // A folder's name may have brackets. The target of a symbolic link is not content.
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

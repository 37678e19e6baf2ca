import { execFileSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  rmdirSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SkippedCase } from "./cases/fault-case.ts";

/** A volume in memory that can be filled, and made read-only. */
export interface SmallVolume {
  directory: string;
  /** Leaves little room, or none. Returns a function that makes it again. */
  fill: (megabytesLeft?: number) => () => void;
  remount: (mode: "ro" | "rw") => void;
  unmount: () => void;
}

/**
 * Mounts a small volume, which only root may do.
 * @param like the path whose account is to own it
 * @throws SkippedCase for other accounts
 */
export function mountSmallVolume(megabytes: number, like = tmpdir()): SmallVolume {
  const directory = mkdtempSync(join(tmpdir(), "volume-"));
  try {
    mount("-t", "tmpfs", "-o", `size=${megabytes}m,mode=0700`, "tmpfs", directory);
  } catch {
    rmdirSync(directory);
    throw new SkippedCase("only root may mount a small volume");
  }
  const unmount = () => {
    process.off("exit", unmount);
    execFileSync("umount", ["--lazy", directory]);
    rmdirSync(directory);
  };
  process.once("exit", unmount);
  const { uid, gid } = statSync(like);
  chownSync(directory, uid, gid);
  return {
    directory,
    fill: (megabytesLeft = 0) => fill(join(directory, "filler"), megabytesLeft),
    remount: (mode) => {
      mount("-o", `remount,${mode}`, directory);
    },
    unmount,
  };
}

function mount(...args: string[]): void {
  execFileSync("mount", args, { stdio: "pipe" });
}

function fill(path: string, megabytesLeft: number): () => void {
  const file = openSync(path, "w");
  try {
    for (;;) writeSync(file, Buffer.alloc(4_096));
  } catch {
    ftruncateSync(file, Math.max(0, fstatSync(file).size - megabytesLeft * 2 ** 20));
    return () => {
      rmSync(path);
    };
  } finally {
    closeSync(file);
  }
}

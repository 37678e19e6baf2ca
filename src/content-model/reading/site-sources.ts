import type { Problem } from "../problems/problem.ts";

/** A file as read: `name` is its path in the content or data folder, `file` its name in messages. */
export interface SourceFile {
  name: string;
  file: string;
  bytes: Uint8Array;
}

/** A whole site as it lies on the disk. */
export interface SiteSources {
  content: readonly SourceFile[];
  contentFolder: string;
  data: readonly SourceFile[];
  dataFolder: string;
  /** The project's own data, which hold beside a site's: the interface strings that every language must have, ... */
  projectData: readonly SourceFile[];
  /** What went wrong while reading. */
  problems: readonly Problem[];
  /** What lies there and is left aside. */
  warnings: readonly Problem[];
}

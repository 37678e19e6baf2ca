import type { Dirent } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { quote } from "../problems/wording.ts";

/** The files in an editor's folder, as sorted paths relative to it, with forward slashes. */
export interface FolderFiles {
  names: string[];
  /**
   * Files that programs and operating systems leave behind, with the reason for ignoring them
   * (Italian).
   */
  ignored: FoundFile[];
  /**
   * Files that are not allowed, because they would be published unseen or do not belong to the
   * site, with the reason (Italian).
   */
  refused: FoundFile[];
}

export interface FoundFile {
  name: string;
  message: string;
}

/** Left behind by Finder, Explorer, LibreOffice, Word, Vim, Emacs and Git. */
const LEFT_BEHIND = [
  /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.directory)$/i,
  /^(\._|~\$|\.~lock\.|\.#)/,
  /^#.*#$/,
  /^\..*\.sw[a-p]$/i,
  /(~|\.tmp|\.bak)$/i,
  /^\.git(keep|ignore|attributes)$/,
];

/**
 * Lists the files below a folder. Empty if the folder does not exist. Hidden files are refused,
 * because nobody would see them. So are symbolic links, including the folder itself, because they
 * could publish any file of the machine.
 */
export async function folderFiles(folder: string): Promise<FolderFiles> {
  const found: FolderFiles = { names: [], ignored: [], refused: [] };
  if ((await lstat(folder).catch(noFolder))?.isSymbolicLink()) {
    found.refused.push({ name: "", message: `${REAL_FOLDER} ${quote(basename(folder))}` });
    return found;
  }
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(noFolder)) ?? [];
  for (const entry of entries.filter((candidate) => !candidate.isDirectory())) {
    const name = relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (LEFT_BEHIND.some((pattern) => pattern.test(entry.name))) {
      found.ignored.push({
        name,
        message: `file lasciato da un programma, non fa parte del sito: qui c'è ${quote(entry.name)}`,
      });
      continue;
    }
    const message = refusal(entry, name);
    if (message === undefined) found.names.push(name);
    else found.refused.push({ name, message });
  }
  found.names.sort();
  return found;
}

const REAL_FOLDER = "ci vuole una cartella vera, non un collegamento a un'altra; qui c'è il collegamento";

function noFolder(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}

function refusal(entry: Dirent, name: string): string | undefined {
  if (entry.isSymbolicLink())
    return `ci vuole un file vero, non un collegamento a un altro; qui c'è il collegamento ${quote(entry.name)}`;
  if (!entry.isFile()) return `ci vuole un file; qui c'è altro, ${quote(entry.name)}`;
  const hidden = name.split("/").find((part) => part.startsWith("."));
  return hidden === undefined
    ? undefined
    : `ci vuole un nome che non comincia con un punto, perché un file nascosto non si vede; qui c'è ${quote(hidden)}`;
}

import type { Dirent } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { quote } from "../problems/wording.ts";

/** What a folder of an editor holds, by paths in it with forward slashes, sorted. */
export interface FolderFiles {
  names: string[];
  /** What is left aside because programs and systems put it there, with the reason (Italian). */
  ignored: FoundFile[];
  /** What may not be there: it would be published unseen, or is no file of the site (Italian). */
  refused: FoundFile[];
}

export interface FoundFile {
  name: string;
  message: string;
}

/** What operating systems, editors and Git leave behind: Finder, Explorer, LibreOffice and Word, Vim and Emacs. */
const LEFT_BEHIND = [
  /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.directory)$/i,
  /^(\._|~\$|\.~lock\.|\.#)/,
  /^#.*#$/,
  /^\..*\.sw[a-p]$/i,
  /(~|\.tmp|\.bak)$/i,
  /^\.git(keep|ignore|attributes)$/,
];

/**
 * The files below a folder; none if it is missing. Content is data: what is hidden is refused, since nobody would see
 * it, and so is a symbolic link, the folder itself included: it could publish any file of the machine.
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

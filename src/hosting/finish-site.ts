import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { formatHeaders, siteHeaderRules } from "./header-rules.ts";
import { inlineStyleHashes } from "./inline-styles.ts";
import { formatRedirects, REDIRECTS } from "./redirects.ts";

export const HEADERS_FILE = "_headers";
const REDIRECTS_FILE = "_redirects";

/** Files that hosts read and do not serve. */
export const HOST_FILES: readonly string[] = [HEADERS_FILE, REDIRECTS_FILE];

/**
 * Adds to a built site what its hosts need: headers and redirects.
 * @param folder the complete site
 * @param feedbackUrl the remote handler that its form posts to, if there is one
 */
export async function finishSite(folder: string, feedbackUrl?: string): Promise<void> {
  const files = await filesBelow(folder);
  const pages = files.filter((file) => file.endsWith(".html"));
  const styles = new Set<string>();
  for (const page of pages) {
    for (const hash of inlineStyleHashes(await readFile(path.join(folder, page), "utf8"))) styles.add(hash);
  }
  const addresses = files.map((file) => `/${file}`);
  const feeds = addresses.filter((address) => path.posix.basename(address) === "feed.xml");
  const linkedData = addresses.filter((address) => address.endsWith(".jsonld"));
  const rules = siteHeaderRules({ styles: [...styles].sort(), feeds, linkedData, feedbackUrl });
  await writeFile(path.join(folder, HEADERS_FILE), formatHeaders(rules));
  await writeFile(path.join(folder, REDIRECTS_FILE), formatRedirects(REDIRECTS));
}

/** Lists all files below a folder, as sorted paths with `/`. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join("/"))
    .sort();
}

import { cp, mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Copies what netlify.toml names into a temporary folder, with a built site in the folder that it
 * publishes.
 */
export async function copyProject(site: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "netlify-"));
  for (const path of ["netlify.toml", "package.json", "src"])
    await cp(path, join(root, path), { recursive: true });
  await cp(site, join(root, "_site"), { recursive: true });
  await symlink(resolve("node_modules"), join(root, "node_modules"));
  return root;
}

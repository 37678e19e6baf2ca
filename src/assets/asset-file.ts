import { createHash } from "node:crypto";

/** A file of the built site, with its address and contents. */
export type AssetFile = [url: string, contents: string | Uint8Array];

/** Names a file by a hash of its contents, so that it may be cached for ever. */
export function hashedFile(name: string, extension: string, contents: Uint8Array): AssetFile {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  return [`/assets/${name}.${hash}.${extension}`, contents];
}

import { createHash } from "node:crypto";

/** A file of the built site: its address and what is in it. */
export type AssetFile = [url: string, contents: string | Uint8Array];

/** A file whose name carries a hash of its contents, so that it may be cached for ever. */
export function hashedFile(name: string, extension: string, contents: Uint8Array): AssetFile {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  return [`/assets/${name}.${hash}.${extension}`, contents];
}

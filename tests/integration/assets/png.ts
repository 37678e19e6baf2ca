const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Reads the width and height of a PNG in pixels.
 * @see https://www.w3.org/TR/png-3/#11IHDR
 */
export function pngSize(image: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(image);
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error("This is no PNG");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

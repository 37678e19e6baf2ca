import { Refusal } from "./refusal.ts";

/**
 * Reads a body as strict UTF-8. The bytes are counted as they arrive, whatever `Content-Length` says.
 * @param limit in bytes
 * @throws Refusal `too-large` beyond the limit, `unreadable` for bytes that are not UTF-8 or never arrive
 */
export async function readBody(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw new Refusal("too-large");
      chunks.push(chunk);
    }
    // A byte order mark is kept, so that the parser refuses it: neither format allows one.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("unreadable", { cause: error });
  }
}

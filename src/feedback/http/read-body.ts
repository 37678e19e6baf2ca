import { Refusal } from "./refusal.ts";

/** What a body may cost. */
export interface BodyLimits {
  /** Size in bytes. */
  bytes: number;
  /** Time to arrive as a whole, in milliseconds. */
  ms: number;
}

/**
 * Reads a body as strict UTF-8. The bytes are counted as they arrive, whatever `Content-Length` says, and a
 * body that trickles is not waited for.
 * @throws Refusal `too-large` or `too-slow` beyond the limits, `unreadable` for bytes that are not UTF-8 or
 * never arrive
 */
export async function readBody(request: Request, limits: BodyLimits): Promise<string> {
  try {
    const bytes = await readBytes(request.body?.getReader(), limits);
    // A byte order mark is kept, so that the parser refuses it: neither format allows one.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("unreadable", { cause: error });
  }
}

async function readBytes(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  limits: BodyLimits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const deadline = new AbortController();
  const stopReading = () => void reader?.cancel().catch(() => undefined);
  // A cancelled reader answers the read that is waiting with `done`.
  deadline.signal.addEventListener("abort", stopReading);
  const timer = setTimeout(() => {
    deadline.abort();
  }, limits.ms);
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (deadline.signal.aborted) throw new Refusal("too-slow");
      if (done) return Buffer.concat(chunks);
      size += value.byteLength;
      if (size > limits.bytes) throw new Refusal("too-large");
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
    stopReading();
  }
}

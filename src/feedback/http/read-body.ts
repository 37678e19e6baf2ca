import { Refusal } from "./refusal.ts";

/** How large and how slow a body may be. */
export interface BodyLimits {
  /** Size in bytes. */
  bytes: number;
  /** Time for the whole body to arrive, in milliseconds. */
  ms: number;
}

/**
 * Reads a body as strict UTF-8. The bytes are counted as they arrive, whatever `Content-Length`
 * says. A body that arrives too slowly is given up.
 * @throws Refusal `too-large` or `too-slow` beyond the limits; `unreadable` if the bytes are not
 * UTF-8 or the body breaks off
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
  // Cancelling the reader ends the pending read with `done`.
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

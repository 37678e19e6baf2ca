import { describe, expect, it } from "vitest";
import { readBody } from "../../../../src/feedback/http/read-body.ts";

function streamed(chunks: Iterable<Uint8Array, void>, headers: Record<string, string> = {}): Request {
  const iterator = chunks[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const init = { method: "POST", body, headers, duplex: "half" };
  return new Request("https://comune.example/", init);
}

const within = (bytes: number, ms = 60_000) => ({ bytes, ms });

const refusedWith = (status: number) => expect.objectContaining({ name: "Refusal", status }) as unknown;

describe("reading a body", () => {
  it("joins chunks before it decodes them", async () => {
    const bytes = new TextEncoder().encode("perché 😀");
    expect(await readBody(streamed([...bytes].map((byte) => Uint8Array.of(byte))), within(100))).toBe(
      "perché 😀",
    );
  });

  it("takes exactly the limit and refuses one byte more, in bytes and not in characters", async () => {
    expect(await readBody(streamed([new TextEncoder().encode("è".repeat(5))]), within(10))).toBe(
      "è".repeat(5),
    );
    const tooLarge = streamed([new TextEncoder().encode(`${"è".repeat(5)}a`)]);
    await expect(readBody(tooLarge, within(10))).rejects.toEqual(refusedWith(413));
  });

  it("counts what arrives, whatever Content-Length says", async () => {
    const lying = streamed([new Uint8Array(11)], { "content-length": "1" });
    await expect(readBody(lying, within(10))).rejects.toEqual(refusedWith(413));
  });

  it("stops reading an endless body at the limit", async () => {
    let chunks = 0;
    const endless = (function* () {
      for (;;) {
        chunks += 1;
        yield new Uint8Array(10);
      }
    })();
    await expect(readBody(streamed(endless), within(100))).rejects.toEqual(refusedWith(413));
    expect(chunks).toBeLessThan(20);
  });

  it("does not wait for a body that trickles, and stops reading it", async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Uint8Array.of(0x61));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const init = { method: "POST", body, duplex: "half" };
    const request = new Request("https://comune.example/", init);
    await expect(readBody(request, within(100, 50))).rejects.toEqual(refusedWith(408));
    expect(cancelled).toBe(true);
  });

  it.each([[[0xff]], [[0xc3]], [[0xed, 0xa0, 0x80]], [[0xc0, 0x80]]])(
    "refuses bytes that are not UTF-8: %o",
    async (bytes) => {
      await expect(readBody(streamed([Uint8Array.from(bytes)]), within(10))).rejects.toEqual(
        refusedWith(400),
      );
    },
  );

  it("keeps a byte order mark, which no format allows", async () => {
    expect(await readBody(streamed([Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)]), within(10))).toBe("\ufeffa");
  });

  it("gives an empty text when there is no body", async () => {
    expect(await readBody(new Request("https://comune.example/", { method: "POST" }), within(10))).toBe("");
  });
});

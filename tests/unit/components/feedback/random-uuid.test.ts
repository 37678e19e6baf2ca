import { describe, expect, it } from "vitest";
import { randomUuid } from "../../../../_includes/components/feedback/random-uuid.ts";

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const insecureOrigin = { getRandomValues: crypto.getRandomValues.bind(crypto) };

describe("randomUuid", () => {
  it("is a version 4 UUID", () => {
    expect(randomUuid()).toMatch(VERSION_4);
  });

  it("is one on insecure origins too, where crypto.randomUUID does not exist", () => {
    const ids = Array.from({ length: 1000 }, () => randomUuid(insecureOrigin));
    for (const id of ids) expect(id).toMatch(VERSION_4);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("sets version and variant whatever the random bytes are", () => {
    const filledWith = (value: number) => ({
      getRandomValues: ((bytes: Uint8Array) => bytes.fill(value)) as Crypto["getRandomValues"],
    });
    expect(randomUuid(filledWith(0x00))).toBe("00000000-0000-4000-8000-000000000000");
    expect(randomUuid(filledWith(0xff))).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
  });
});

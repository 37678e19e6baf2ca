import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundleScript } from "../../../src/assets/script.ts";

const script = await bundleScript();

describe("the script of the pages", () => {
  it("stays below 3 KB of Brotli", () => {
    expect(brotliCompressSync(script).length).toBeLessThan(3 * 1024);
  });

  it("holds all that enhances the pages and loads nothing more", () => {
    const source = Buffer.from(script).toString();
    expect(source).toContain("[data-element=feedback]");
    expect(source).toContain("[data-schedule]");
    expect(source).not.toMatch(/\bimport\b|\brequire\b/);
  });
});

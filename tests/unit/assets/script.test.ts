import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundle, bundleScripts } from "../../../src/assets/script.ts";
import { FEEDBACK_ENDPOINT } from "../../../src/shared/feedback-contract.ts";

const KB = 1024;

const { entry, outbox } = await bundleScripts();
const source = ([, contents]: typeof entry) => Buffer.from(contents).toString();
const brotli = (contents: string | Uint8Array) => brotliCompressSync(contents).length;

describe("the script of the feedback form", () => {
  it("is 3 KB of Brotli at most when a page is opened, 5 KB with all that loads after the form is used", async () => {
    // The entry also contains code outside the form, such as the phone line.
    const form = await bundle("src/client/feedback.ts", {
      FEEDBACK_URL: JSON.stringify(FEEDBACK_ENDPOINT),
      OUTBOX_URL: JSON.stringify(outbox[0]),
    });
    expect(brotli(form)).toBeLessThanOrEqual(3 * KB);
    expect(brotli(form) + brotli(outbox[1])).toBeLessThanOrEqual(5 * KB);
  });
});

describe("the scripts of the pages", () => {
  it("hold all that enhances the pages in the one that a page loads", () => {
    expect(source(entry)).toContain("[data-element=feedback]");
    expect(source(entry)).toContain("[data-schedule]");
  });

  it("import nothing but the outbox, and that only when it is needed", () => {
    expect(source(entry).match(/\bimport\b[^;]{0,60}/g)).toEqual([
      expect.stringContaining(`import(\`${outbox[0]}`),
    ]);
    expect(source(outbox)).not.toMatch(/\bimport\b|\brequire\b/);
  });

  it("are 5 KB of Brotli at most when a page is opened", () => {
    expect(brotli(entry[1])).toBeLessThanOrEqual(5 * KB);
  });

  it("post to the site's own endpoint, or to the remote handler that they are told", async () => {
    expect(source(entry)).toContain(`"${FEEDBACK_ENDPOINT}"`);
    const url = "https://pareri.example/api/feedback";
    const remote = await bundleScripts(url);
    expect(source(remote.entry)).toContain(`"${url}"`);
    expect(source(remote.entry)).not.toContain(`"${FEEDBACK_ENDPOINT}"`);
  });

  it("have a name that changes with their contents", () => {
    expect(entry[0]).toMatch(/^\/assets\/main\.[0-9a-f]{10}\.js$/);
    expect(outbox[0]).toMatch(/^\/assets\/outbox\.[0-9a-f]{10}\.js$/);
  });
});

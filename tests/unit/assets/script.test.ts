import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { ESLint } from "eslint";
import { afterAll, describe, expect, it } from "vitest";
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

describe("the oldest browsers of package.json", () => {
  const eslint = new ESLint({ overrideConfigFile: "eslint.browsers.mjs" });

  /** Names the rules that a script breaks. */
  async function unknownTo(code: string): Promise<(string | null)[]> {
    const [result] = await eslint.lintText(code, { filePath: "main.js" });
    return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
  }

  it("know all that the built scripts say", async () => {
    expect(await unknownTo(source(entry))).toEqual([]);
    expect(await unknownTo(source(outbox))).toEqual([]);
  });

  it.each([
    ["a lookbehind", "/(?<=a)b/;"],
    ["a lookbehind in a string", 'new RegExp("(?<!a)b");'],
    ["flags in the middle of an expression", "/(?i:a)b/;"],
    ["sets in an expression", "/[a--b]/v;"],
    ["a static block", "class A { static { a(); } }"],
    ["resources", "using a = b();"],
    ["attributes of an import", 'import a from "a" with { type: "json" };'],
    ["groups", "Object.groupBy(a, b);"],
    ["a list sorted aside", "[2, 1].toSorted();"],
  ])("do not know %s", async (_, code) => {
    expect(await unknownTo(code)).not.toEqual([]);
  });
});

describe("a source in newer syntax", () => {
  const file = `.cache/${randomUUID()}.ts`;
  afterAll(() => {
    rmSync(file, { force: true });
  });

  it("is written for the oldest browsers", async () => {
    writeFileSync(file, "export class A { static { document.title = ''; } }");
    expect(source(["", await bundle(file)])).not.toMatch(/static\s*\{/);
  });

  it("stops the build, with its file and line, where that cannot be done", async () => {
    writeFileSync(file, "\nexport const word = /(?<!\\p{L})a/u;");
    await expect(bundle(file)).rejects.toThrow(`${file}:2:22: ERROR: Lookbehind assertions`);
  });
});

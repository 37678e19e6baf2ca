import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeCopies } from "../../../src/hosting/compress.ts";
import { filesBelow } from "../../../src/hosting/finish-site.ts";

const PAGE = "<p>Il segretariato sociale</p>".repeat(100);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "compress-"));
  await mkdir(join(folder, "novita"));
  await writeFile(join(folder, "index.html"), PAGE);
  await writeFile(join(folder, "novita/feed.xml"), `<feed>${"<entry/>".repeat(50)}</feed>`);
  await writeFile(join(folder, "icon.png"), "x".repeat(2_000));
  await writeFile(join(folder, "robots.txt"), "ok");
});
afterEach(() => rm(folder, { recursive: true }));

describe("the compressed copies of a site", () => {
  it("are of its text, where they are smaller, and of nothing else", async () => {
    expect(await writeCopies(folder, await filesBelow(folder))).toBe(2);
    expect(await filesBelow(folder)).toEqual([
      "icon.png",
      "index.html",
      "index.html.br",
      "index.html.gz",
      "novita/feed.xml",
      "novita/feed.xml.br",
      "novita/feed.xml.gz",
      "robots.txt",
    ]);
  });

  it("decompress to what they are copies of", async () => {
    await writeCopies(folder, ["index.html"]);
    expect(brotliDecompressSync(await readFile(join(folder, "index.html.br"))).toString()).toBe(PAGE);
    expect(gunzipSync(await readFile(join(folder, "index.html.gz"))).toString()).toBe(PAGE);
  });

  it("are the same when they are made again", async () => {
    await writeCopies(folder, await filesBelow(folder));
    const first = await readFile(join(folder, "index.html.br"));
    await writeCopies(folder, await filesBelow(folder));
    expect(await filesBelow(folder)).toHaveLength(8);
    expect(await readFile(join(folder, "index.html.br"))).toEqual(first);
  });
});

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesBelow, finishSite } from "../../../src/hosting/finish-site.ts";
import { headersFor, parseHeaders } from "../../../src/hosting/header-rules.ts";

const CSS = "p{color:#06c}";
const PAGE = `<!doctype html><style>${CSS}</style>${"<p>Il segretariato sociale</p>".repeat(100)}`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "finish-site-"));
  await writeSite(folder);
});
afterEach(() => rm(folder, { recursive: true }));

async function writeSite(root: string): Promise<void> {
  await mkdir(join(root, "novita"), { recursive: true });
  await writeFile(join(root, "index.html"), PAGE);
  await writeFile(join(root, "404.html"), PAGE.replace(CSS, "p{color:red}"));
  await writeFile(join(root, "novita/feed.xml"), `<feed>${"<entry/>".repeat(50)}</feed>`);
  await writeFile(join(root, "icon.png"), "x".repeat(2_000));
  await writeFile(join(root, "robots.txt"), "ok");
}

describe("a finished site", () => {
  it("has what hosts read beside its pages, and nothing else", async () => {
    await finishSite(folder);
    expect(await filesBelow(folder)).toEqual([
      "404.html",
      "_headers",
      "_redirects",
      "icon.png",
      "index.html",
      "novita/feed.xml",
      "robots.txt",
    ]);
  });

  it("is the same, byte for byte, for the same pages", async () => {
    const other = await mkdtemp(join(tmpdir(), "finish-site-"));
    await writeSite(other);
    await Promise.all([finishSite(folder), finishSite(other)]);
    for (const file of await filesBelow(folder))
      expect(await readFile(join(other, file))).toEqual(await readFile(join(folder, file)));
    await rm(other, { recursive: true });
  });

  it("allows the style sheets of all its pages, and names its feeds", async () => {
    await finishSite(folder);
    const rules = parseHeaders(await readFile(join(folder, "_headers"), "utf8"));
    const policy = headersFor(rules, "/")["Content-Security-Policy"];
    expect(policy?.match(/'sha256-[^']+'/g)).toHaveLength(2);
    expect(headersFor(rules, "/novita/feed.xml")["Content-Type"]).toMatch(/^application\/atom\+xml/);
  });
});

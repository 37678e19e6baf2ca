import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressesOf, checkedSite } from "../../../src/config/build.ts";
import { loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { parseManifest } from "../../../src/feedback/http/manifest.ts";
import { filesBelow } from "../../../src/hosting/finish-site.ts";
import { fileOf } from "../../../src/site-checks/built-site.ts";
import { FLAGSHIP } from "../../support/flagship.ts";

/** Long enough for a whole build, on cores that other tests may share. */
const TIMEOUT_MS = 120_000;
const BOOKING = "content/it/prenota.md";
const SERVICE_PAGE = "content/it/servizi/segretariato-sociale.md";
/** A name that HTML must escape. */
const AUTHORITY = "Unione dei Comuni «Prova & Figli»";
/** What the platform says about the addresses that it publishes a build at. */
const PLATFORM = {
  NETLIFY: "true",
  URL: "https://prova.netlify.test",
  DEPLOY_PRIME_URL: "https://deploy-preview-1--prova.netlify.test",
};
const NEWS = `---
layout: news
title: Una notizia
description: Una notizia con un link relativo.
updated: 2026-11-23T10:00
category: Notizie
topics:
  - Immigrazione
published: 2026-11-23
---

Leggi tutte le [novità](../).
`;

let folder: string;
let output: string;
let first: Run;

/** Styles, scripts, images and files for hosts. No page links to them by a full address. */
const BESIDE_PAGES =
  /^assets\/|^(_headers|_redirects|licenze\.txt|favicon\.svg|apple-touch-icon\.png|icon-\d+\.png)$/;

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the build task on the copied site, as npm does. */
async function build(): Promise<Run> {
  const child = spawn(process.execPath, ["src/tasks/build.ts"], {
    env: { ...process.env, ...PLATFORM, SITE_DIR: folder, OUTPUT_DIR: output },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

/**
 * Changes a file of the copied site. Fails when nothing changes, because the test would then prove
 * nothing.
 */
async function edit(path: string, change: (source: string) => string): Promise<void> {
  const file = join(folder, path);
  const source = await readFile(file, "utf8");
  const edited = change(source);
  if (edited === source) throw new Error(`The edit changes nothing in ${path}`);
  await writeFile(file, edited);
}

const page = (path: string) => readFileSync(join(output, path), "utf8");

/** A hash of every file below the output folder, by path. */
function snapshot(): Record<string, string> {
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file, createHash("sha256").update(readFileSync(file)).digest("hex")];
    }),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "build-"));
  output = join(folder, "published", "_site");
  await cp(FLAGSHIP, folder, { recursive: true });
  await edit("_data/site.json", (source) => {
    const site = JSON.parse(source) as { authority: object };
    return JSON.stringify({
      ...site,
      origin: "https://prova.test",
      authority: { ...site.authority, name: AUTHORITY },
    });
  });
  await edit(SERVICE_PAGE, (source) => source.replace(/^updated: .*$/m, "updated: 2019-03-31T15:33"));
  await edit(BOOKING, (source) =>
    source.replace("Puoi prenotare e fare domande.", "Puoi anche solo fare domande."),
  );
  await writeFile(join(folder, "content/it/novita/una-notizia.md"), NEWS);
  await mkdir(output, { recursive: true });
  await writeFile(join(output, "removed.html"), "A page of an earlier build");
  first = await build();
}, TIMEOUT_MS);

afterAll(() => rm(folder, { recursive: true }));

describe("a build of valid contents", () => {
  it("ends with exit code 0", () => {
    expect(first.code).toBe(0);
  });

  it("says which stages it went through, with the count of pages, and how long each took", () => {
    const stages = first.stdout.trimEnd().split("\n");
    const seconds = String.raw`\d+,\d s$`;
    // On a busy machine a long stage also says how far it has come.
    expect(stages.filter((line) => !/^Pagine: (\d+) di (?!\1,)/.test(line))).toEqual([
      expect.stringMatching(`^Contenuti: ${seconds}`),
      expect.stringMatching(`^Stili, script e immagini: ${seconds}`),
      expect.stringMatching(`^Pagine: (\\d+) di \\1, ${seconds}`),
      expect.stringMatching(`^Intestazioni: ${seconds}`),
    ]);
  });

  it("publishes what is in the table of addresses, nothing more and nothing less", async () => {
    const site = checkedSite(await loadSite(siteDirs({ SITE_DIR: folder })));
    if (!site) throw new Error("The site has mistakes");
    const { addresses, urls } = addressesOf(site);
    expect(addresses).toHaveLength(urls.size);
    const written = (await filesBelow(output)).filter((file) => !BESIDE_PAGES.test(file));
    expect(written).toEqual(addresses.map(({ url }) => fileOf(url)).sort());
  });

  it("publishes nothing of an earlier build, and leaves no draft behind", () => {
    expect(readdirSync(output)).not.toContain("removed.html");
    expect(readdirSync(join(output, ".."))).toEqual(["_site"]);
  });

  it("publishes a folder that a web server of another user can read", () => {
    expect((statSync(output).mode & 0o777).toString(8)).toBe("755");
  });

  it("shows the name of the authority whose site it is, escaped, and no other's", () => {
    expect(page("index.html")).toContain("Unione dei Comuni «Prova &amp; Figli»");
    expect(page("index.html")).not.toContain("Empolese");
  });

  it("shows the date of the last update as the editor wrote it", () => {
    expect(page("servizi/segretariato-sociale/index.html")).toContain(
      `<time datetime="2019-03-31T15:33">31/03/2019, 15:33</time>`,
    );
  });

  it("tells the readers of a translation that the Italian text has changed since, and no others", () => {
    const warning = "<strong>The Italian text has changed since this translation.</strong>";
    expect(page("en/prenota/index.html")).toContain(`${warning} <a href="/prenota/" hreflang="it">`);
    expect(page("en/privacy/index.html")).not.toContain(warning);
  });

  it("gives the feedback handler a manifest that it accepts, with the service page in it", () => {
    const { pages, platformOrigins } = parseManifest(JSON.parse(page("feedback.json")));
    expect(pages.get("/servizi/segretariato-sociale/")?.lang).toBe("it");
    expect(pages.has("/grazie/")).toBe(false);
    expect(platformOrigins).toEqual([PLATFORM.URL, PLATFORM.DEPLOY_PRIME_URL]);
  });

  it("gives feed readers links that work outside the page", () => {
    expect(page("novita/feed.xml")).toContain("&lt;a href=&quot;https://prova.test/novita/&quot;");
  });
});

describe("a build after an editor's mistakes", () => {
  let second: Run;
  let before: Record<string, string>;

  beforeAll(async () => {
    before = snapshot();
    await edit(SERVICE_PAGE, (source) => source.replace("topics:\n", "topics:\n  - Nope\n"));
    await edit("_data/contacts/segretariato-sociale.json", (source) =>
      source.replace(/"closes": "[\d:]+"/, '"closes": "25:00"'),
    );
    second = await build();
  }, TIMEOUT_MS);

  it("ends with exit code 1", () => {
    expect(second.code).toBe(1);
  });

  it("names every mistake in Italian by file and line, one a line, and nothing else", () => {
    const lines = second.stderr.trimEnd().split("\n");
    const mistakes = lines.filter((line) => !line.includes(": avviso: "));
    expect(lines.filter((line) => !/^\S+:\d+: \S/.test(line))).toEqual([]);
    expect(mistakes).toEqual([
      expect.stringMatching(
        /_data\/contacts\/segretariato-sociale\.json:\d+: .*ci vuole un orario da 0:00 a 24:00.*; qui c'è «25:00»$/,
      ),
      expect.stringMatching(
        /segretariato-sociale\.md:\d+: argomento sconosciuto: ci vuole .*; qui c'è «Nope»$/,
      ),
    ]);
    expect(second.stdout).toMatch(/^Contenuti: [\d,]+ s\n$/);
  });

  it("leaves the last good build as it was, byte for byte, and no draft", () => {
    expect(snapshot()).toEqual(before);
    expect(readdirSync(join(output, ".."))).toEqual(["_site"]);
  });
});

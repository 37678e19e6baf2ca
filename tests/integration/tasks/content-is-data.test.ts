import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SITE = resolve(import.meta.dirname, "../../fixtures/content/site");

let folder: string;
let marker: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "data-"));
  marker = join(folder, "code-has-run");
  await cp(SITE, folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

function build(): Promise<{ code: unknown; output: string }> {
  const env = { ...process.env, SITE_DIR: folder, OUTPUT_DIR: join(folder, "built") };
  return new Promise((done) => {
    execFile(process.execPath, ["src/tasks/build.ts"], { env }, (error, stdout, stderr) => {
      done({ code: error ? error.code : 0, output: stdout + stderr });
    });
  });
}

/** A JavaScript data file that leaves a trace when it runs. */
const code = () => `require("node:fs").writeFileSync(${JSON.stringify(marker)}, ""); module.exports = {};`;
const codeInFrontMatter = () => `---js\n{ x: (() => { ${code()} })() }\n---\nTesto\n`;
const template = () =>
  `{{ "".constructor.constructor("process.getBuiltinModule('node:fs').writeFileSync('${marker}', '')")() }}`;

/**
 * Files among the contents that would once have run code or been published unchecked: the path and
 * the content.
 */
const WAYS: Record<string, () => string> = {
  "content/it/.x.njk": template,
  "content/it/x.njk": template,
  "content/it/.x.md": codeInFrontMatter,
  "content/it/.nascosta/x.md": codeInFrontMatter,
  "content/_data/.x.cjs": code,
  "content/_data/x.cjs": code,
  "content/it/it.11tydata.cjs": code,
  "content/it/.it.11tydata.cjs": code,
  "content/content.11tydata.cjs": code,
  "content/it/prenota.11tydata.json": () => '{ "permalink": "/altrove/" }',
  "content/it/x.md": codeInFrontMatter,
  "content/.eleventyignore": () => "it/privacy.md\n",
};

async function plant(file: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), WAYS[file]?.() ?? "");
}

describe("a file among the contents that is not a page", () => {
  it("stops the build, is named by its own line, and runs no code", async () => {
    for (const file of Object.keys(WAYS)) await plant(file);
    const { code, output } = await build();
    expect(code).toBe(1);
    expect(Object.keys(WAYS).filter((file) => !output.includes(`${join(folder, file)}:`))).toEqual([]);
    expect(existsSync(marker)).toBe(false);
  });
});

describe("a symbolic link among contents and data", () => {
  const LINKS = [
    "content/it/segreto.md",
    "content/it/x.11tydata.cjs",
    "content/it/cartella",
    "_data/glossary/it.json",
  ];

  it("publishes no file of the machine", async () => {
    for (const file of LINKS) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await symlink(file.endsWith("cartella") ? tmpdir() : resolve("package.json"), join(folder, file));
    }
    const { code, output } = await build();
    expect(code).toBe(1);
    for (const file of LINKS) expect(output).toContain(`${join(folder, file)}:1: ci vuole un file vero`);
  });
});

describe("a folder of contents or data that is itself a symbolic link", () => {
  it.each(["content", "_data"])("is refused: %s", async (name) => {
    await rename(join(folder, name), join(folder, "altrove"));
    await symlink(join(folder, "altrove"), join(folder, name));
    const { code, output } = await build();
    expect(code).toBe(1);
    expect(output).toContain(
      `${join(folder, name)}:1: ci vuole una cartella vera, non un collegamento a un'altra; qui c'è il collegamento «${name}»`,
    );
  });
});

describe("a file that a program left behind", () => {
  const LEFT = ["._prenota.md", "~$apertura.md", ".DS_Store", "Thumbs.db", ".prenota.md.swp", ".gitkeep"];

  it("is reported in one line, not published, and stops nothing", async () => {
    for (const name of LEFT) await writeFile(join(folder, "content/it", name), codeInFrontMatter());
    const { code, output } = await build();
    expect(code).toBe(0);
    for (const name of LEFT)
      expect(output).toContain(
        `${join(folder, "content/it", name)}:1: avviso: file lasciato da un programma, non fa parte del sito`,
      );
    expect(existsSync(marker)).toBe(false);
    const built = await readdir(join(folder, "built"), { recursive: true });
    expect(built.filter((name) => /\._|~|swp|gitkeep|DS_Store|Thumbs/.test(name))).toEqual([]);
  });
});

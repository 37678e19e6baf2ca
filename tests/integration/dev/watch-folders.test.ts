import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchFolders } from "../../../src/dev/watch-folders.ts";

const TIMEOUT = { timeout: 120_000 };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sito [1] "));
});

afterEach(() => rm(folder, { recursive: true }));

it("sees files that are added, changed, renamed and deleted, even in a folder that is created later", async () => {
  const content = join(folder, "content");
  let seen: Record<string, string> = {};
  await watchFolders([content], async () => {
    const names = await readdir(join(content, "it")).catch(() => []);
    seen = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await readFile(join(content, "it", name), "utf8")])),
    ) as Record<string, string>;
  });
  const file = (name: string) => join(content, "it", name);
  await mkdir(join(content, "it"), { recursive: true });
  const edits: [() => Promise<void>, Record<string, string>][] = [
    [() => writeFile(file("a.md"), "1"), { "a.md": "1" }],
    [() => writeFile(file("a.md"), "2"), { "a.md": "2" }],
    [() => rename(file("a.md"), file("b.md")), { "b.md": "2" }],
    [() => rm(file("b.md")), {}],
  ];
  for (const [edit, expected] of edits) {
    await edit();
    await vi.waitFor(() => {
      expect(seen).toEqual(expected);
    }, TIMEOUT);
  }
});

it("makes one call after the other, and one more for all that changed during a call", async () => {
  let running = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const changed = await watchFolders([folder], async () => {
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running--;
  });
  const calls = async (count: number) => {
    await vi.waitFor(() => {
      expect(ends).toHaveLength(count);
    }, TIMEOUT);
  };
  changed();
  await calls(1);
  changed();
  changed();
  ends[0]?.();
  await calls(2);
  ends[1]?.();
  await vi.waitFor(() => {
    expect(running).toBe(0);
  });
  expect([ends.length, most]).toEqual([2, 1]);
});

it("does not follow symbolic links", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "elsewhere-"));
  await symlink(elsewhere, join(folder, "link"));
  const onChange = vi.fn<() => void>();
  const onChangeElsewhere = vi.fn<() => void>();
  await watchFolders([folder], onChange);
  await watchFolders([elsewhere], onChangeElsewhere);

  await writeFile(join(elsewhere, "secret.md"), "");
  await vi.waitFor(() => {
    expect(onChangeElsewhere).toHaveBeenCalled();
  }, TIMEOUT);
  await writeFile(join(folder, "page.md"), "");
  await vi.waitFor(() => {
    expect(onChange).toHaveBeenCalled();
  }, TIMEOUT);

  expect(onChange).toHaveBeenCalledTimes(1);
  await rm(elsewhere, { recursive: true });
});

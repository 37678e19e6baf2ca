import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { displayPath, siteDirs } from "../../../../src/content-model/reading/site-dirs.ts";

const PROJECT = resolve(import.meta.dirname, "../../../..");

test("without SITE_DIR the project's own site is loaded", () => {
  expect(siteDirs({})).toMatchObject({ content: join(PROJECT, "src/content"), data: join(PROJECT, "_data") });
});

test("SITE_DIR names another authority's content and data, and the project's data stay at hand", () => {
  expect(siteDirs({ SITE_DIR: "/altro" })).toEqual({
    root: PROJECT,
    content: "/altro/content",
    data: "/altro/_data",
    fallbackData: join(PROJECT, "_data"),
  });
});

test("files of the project are named from its root, others by their whole path", () => {
  const dirs = siteDirs({});
  expect(displayPath(dirs, join(PROJECT, "_data/site.json"))).toBe("_data/site.json");
  expect(displayPath(dirs, "/altro/_data/site.json")).toBe("/altro/_data/site.json");
});

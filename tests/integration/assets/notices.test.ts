import { readFile } from "node:fs/promises";
import { compile, Logger } from "sass";
import { expect, it } from "vitest";
import { thirdPartyNotices } from "../../../src/assets/notices.ts";

const notices = await thirdPartyNotices();

it("gives the font's licence with its copyright, as the font goes out without them", () => {
  expect(notices).toContain("Accademia di Belle Arti di Urbino");
  expect(notices).toContain("SIL OPEN FONT LICENSE Version 1.1");
});

it("gives the licences of the style sheets, whose comments minifying takes away", () => {
  expect(notices).toContain("Redistributions in binary form must reproduce the above copyright notice");
  expect(notices).toContain("Copyright 2011-2022 The Bootstrap Authors");
});

it("knows every package that the style sheet comes from", () => {
  const { loadedUrls } = compile("src/styles/main.scss", {
    loadPaths: ["node_modules"],
    logger: Logger.silent,
  });
  const packages = loadedUrls.flatMap(({ pathname }) => {
    const [, name] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(pathname) ?? [];
    return name ?? [];
  });
  expect([...new Set(packages)]).toEqual(["bootstrap-italia"]);
});

it("knows whose work Bootstrap Italia says that it contains", async () => {
  const banner = await readFile("node_modules/bootstrap-italia/src/scss/base/mixins/_banner.scss", "utf8");
  const holders = [...banner.matchAll(/\bCopyright [\d-]+ [A-Z][\w ]+\w/g)].map(([holder]) => holder);
  expect(holders).not.toEqual([]);
  expect(holders.filter((holder) => !notices.includes(holder))).toEqual([]);
});

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { prepareBuild, checkedSite } from "../../../src/config/build.ts";
import { loadAfter, PRIVACY, replace } from "../../support/fixture-site.ts";

let output: string;

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), "begun-"));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(() => rm(output, { recursive: true }));

describe("a checked site", () => {
  it("is one without a mistake", async () => {
    const right = checkedSite(await loadAfter({}));
    expect(right?.pages.map(({ url }) => url)).toContain("/servizi/aiuto/");
    const wrong = await loadAfter({ [PRIVACY]: replace("layout: page", "layout: pagina") });
    expect(checkedSite(wrong)).toBeUndefined();
  });
});

describe("a build that begins", () => {
  it("has facts, pages, assets that are really there, and its day", async () => {
    vi.stubEnv("SITE_TODAY", "2026-12-24");
    const site = checkedSite(await loadAfter({}));
    if (!site) throw new Error("The fixture site has mistakes");
    const { facts, pages, assets, today } = await prepareBuild(site, output);
    expect({ facts, pages }).toEqual(site);
    expect(existsSync(join(output, assets.script))).toBe(true);
    expect(today).toEqual(new Date("2026-12-24T12:00Z"));
  });
});

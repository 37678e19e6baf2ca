import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ContentError, createSiteState } from "../../../src/config/site-state.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { PRIVACY, replace, SERVICE, withSite } from "../../support/fixture-site.ts";

/** Style, fonts and images are really made; two cores may be shared with the other test files. */
const TIMEOUT_MS = 120_000;

let output: string;

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), "state-"));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(() => rm(output, { recursive: true }));

const stateIn = (folder: string) => createSiteState(siteDirs({ SITE_DIR: folder }));

describe("the state of a build", () => {
  it("does not exist before the site was loaded", () => {
    expect(() => stateIn(".").current()).toThrow("reload()");
  });

  it(
    "has facts, pages, assets that are really there, and the day of the build",
    async () => {
      await withSite({}, async (folder) => {
        vi.stubEnv("SITE_TODAY", "2026-12-24");
        const state = stateIn(folder);
        await state.reload(output);
        const { facts, pages, assets, today } = state.current();
        expect(facts.site.title).toBe("Sportello di aiuto");
        expect(pages.map(({ url }) => url)).toContain("/servizi/aiuto/");
        expect(existsSync(join(output, assets.script))).toBe(true);
        expect(today).toEqual(new Date("2026-12-24T12:00Z"));
      });
    },
    TIMEOUT_MS,
  );

  it("refuses wrong content with every problem and no stack, having written nothing", async () => {
    const edits = {
      [SERVICE]: replace("  - Immigrazione", "  - Nope"),
      [PRIVACY]: replace("layout: page", "layout: pagina"),
    };
    const folder = join(output, "refused");
    const error: unknown = await withSite(edits, (site) => stateIn(site).reload(folder)).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ContentError);
    const { message, stack } = error as ContentError;
    expect(message.split("\n")).toHaveLength(2);
    expect(message).toMatch(/aiuto\.md:\d+: argomento sconosciuto/);
    expect(stack).toBe(message);
    expect(existsSync(folder)).toBe(false);
  });
});

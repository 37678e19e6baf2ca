import { describe, expect, it } from "vitest";
import { platformOrigins } from "../../../src/shared/platform-origins.ts";

const NETLIFY = "true";

describe("the platform's origins", () => {
  it("are those of the site and of the deploy, once each", () => {
    const main = "https://sito.netlify.app";
    const preview = "https://deploy-preview-7--sito.netlify.app";
    expect(platformOrigins({ NETLIFY, URL: main, DEPLOY_PRIME_URL: preview })).toEqual([main, preview]);
    expect(platformOrigins({ NETLIFY, URL: main, DEPLOY_PRIME_URL: `${main}/` })).toEqual([main]);
  });

  it("are none where the platform does not build, or says nothing", () => {
    expect(platformOrigins({ URL: "https://altro.example" })).toEqual([]);
    expect(platformOrigins({ NETLIFY, URL: "", DEPLOY_PRIME_URL: "sito" })).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { DATA_POLICY, pagePolicy, SECURITY_HEADERS } from "../../../src/hosting/security-headers.ts";

const HASH = "'sha256-oM0apckeBxmZXEFWLW5uKD/AV17DWfzjlBLNLL/NEUo='";

/** Splits a policy into its directives, by name. */
function directives(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

describe("the content security policy of a page", () => {
  it("allows nothing that is not named, nothing unsafe, and nobody to frame or rebase the page", () => {
    const policy = pagePolicy({ styles: [HASH] });
    expect(directives(policy)).toMatchObject({
      "default-src": ["'none'"],
      "script-src": ["'self'"],
      "style-src": ["'self'", HASH],
      "form-action": ["'self'"],
      "base-uri": ["'none'"],
      "frame-ancestors": ["'none'"],
    });
    expect(policy).not.toMatch(/unsafe|\*|https:\s|data:/);
  });

  it("allows no style sheet where none is inlined", () => {
    expect(directives(pagePolicy({ styles: [] }))["style-src"]).toEqual(["'self'"]);
  });

  it("lets form and script post to a remote handler, and nothing else go there", () => {
    const url = "https://pareri.example/api/feedback";
    const {
      "connect-src": connect,
      "form-action": form,
      ...others
    } = directives(pagePolicy({ styles: [HASH], posts: [url] }));
    expect([connect, form]).toEqual([
      ["'self'", url],
      ["'self'", url],
    ]);
    expect(JSON.stringify(others)).not.toContain("pareri.example");
  });
});

it("the policy of data allows nothing at all", () => {
  expect(new Set(Object.values(directives(DATA_POLICY)).flat())).toEqual(new Set(["'none'"]));
});

it("the other headers are the ones that the browser needs to be strict", () => {
  expect(Object.keys(SECURITY_HEADERS).sort()).toEqual([
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "X-Frame-Options",
  ]);
  expect(SECURITY_HEADERS["Permissions-Policy"]).toMatch(/^(?:[a-z-]+=\(\)(?:, |$))+$/);
});

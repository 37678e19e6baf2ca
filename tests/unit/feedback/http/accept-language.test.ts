import { describe, expect, it } from "vitest";
import { acceptedLanguage } from "../../../../src/feedback/http/accept-language.ts";

const KNOWN = ["it", "en", "fr", "ar"];
const accepted = (header: string | null) => acceptedLanguage(header, KNOWN);

describe("the language that a browser accepts", () => {
  it("is the first of the header that the site has", () => {
    expect(accepted("de,ar,en")).toBe("ar");
  });

  it("is known by its primary part, in any case", () => {
    expect(accepted("FR-ca")).toBe("fr");
  });

  it("follows the weights, and the order where they are equal", () => {
    expect(accepted("en;q=0.5, fr;q=0.9, it;q=0.9")).toBe("fr");
  });

  it("is never one that the browser refuses", () => {
    expect(accepted("fr;q=0, en;q=0.1")).toBe("en");
  });

  it.each([null, "", "*", "zz", "en;q=x", ",;q=,", "frog"])("is unknown after %j", (header) => {
    expect(accepted(header)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { readFeedbackUrl } from "../../../src/tasks/feedback-url.ts";

describe("FEEDBACK_URL", () => {
  it("is the address of a remote handler", () => {
    for (const url of ["https://pareri.example/api/feedback", "https://pareri.example:8443/api/feedback"])
      expect(readFeedbackUrl({ FEEDBACK_URL: url })).toBe(url);
  });

  it("may be plain http on this machine, to try it", () => {
    expect(readFeedbackUrl({ FEEDBACK_URL: "http://127.0.0.1:8080/api/feedback" })).toBeDefined();
  });

  it("is not needed", () => {
    expect(readFeedbackUrl({})).toBeUndefined();
    expect(readFeedbackUrl({ FEEDBACK_URL: "" })).toBeUndefined();
  });

  it.each([
    "http://pareri.example/api/feedback",
    "http://localhost.evil.example/api/feedback",
    "pareri.example/api/feedback",
    "/api/feedback",
    "https://pareri.example",
    "https://PARERI.example/api/feedback",
    "https://user:pass@pareri.example/api/feedback",
    "https://pareri.example/api/feedback?a=1",
    "https://pareri.example/api/feedback#a",
    "https://pareri.example/api/feedback; script-src *",
    "https://pareri.example/api,feedback",
    "https://*.example/api/feedback",
    "javascript:alert(1)",
    " https://pareri.example/api/feedback",
  ])("is refused with what to write instead: %s", (url) => {
    expect(() => readFeedbackUrl({ FEEDBACK_URL: url })).toThrow(/^FEEDBACK_URL is ".*such as https:\/\//s);
  });
});

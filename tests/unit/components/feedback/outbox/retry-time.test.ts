import { describe, expect, it } from "vitest";
import { retryTime } from "../../../../../_includes/components/feedback/outbox/retry-time.ts";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const EARLIEST = 1;
const LATEST = 0;

function secondsUntil(retryAfter: string | null, tries = 0, random = LATEST): number {
  return (retryTime(retryAfter, tries, NOW, random) - NOW) / 1000;
}

describe("when a kept post is sent again", () => {
  it("is twice as late after each failure, up to ten minutes", () => {
    expect([0, 1, 2, 3].map((tries) => secondsUntil(null, tries))).toEqual([5, 10, 20, 40]);
    expect(secondsUntil(null, 50)).toBe(600);
  });

  it("differs between browsers, and is never under half the pause", () => {
    expect(secondsUntil(null, 1, EARLIEST)).toBe(5);
    expect(secondsUntil(null, 1, 0.5)).toBe(7.5);
  });

  it("is not before the seconds or the date that the server names", () => {
    expect(secondsUntil("90")).toBe(90);
    expect(secondsUntil("Tue, 24 Nov 2026 10:02:00 GMT")).toBe(120);
  });

  it("keeps its own pause when the server names none, an earlier one, or nonsense", () => {
    for (const value of ["0", "1", "-5", "Tue, 24 Nov 2026 09:00:00 GMT", "soon"]) {
      expect(secondsUntil(value), value).toBe(5);
    }
  });
});

import { beforeEach, expect, it } from "vitest";
import { createFloodDetector } from "../../../../src/feedback/limits/flood-detector.ts";

const MINUTE = 60_000;
let clock: number;
const now = () => clock;
beforeEach(() => {
  clock = Date.UTC(2026, 10, 23, 12);
});

it("lets the limit pass, and calls what comes above it a flood", () => {
  const isFlood = createFloodDetector(3, now);
  expect([1, 2, 3, 4, 5].map(() => isFlood("/"))).toEqual([false, false, false, true, true]);
});

it("counts each page by itself", () => {
  const isFlood = createFloodDetector(1, now);
  expect([isFlood("/"), isFlood("/servizi/"), isFlood("/")]).toEqual([false, false, true]);
});

it("looks at the last ten minutes, wherever they begin", () => {
  const isFlood = createFloodDetector(2, now);
  isFlood("/");
  clock += 9 * MINUTE;
  isFlood("/");
  clock += MINUTE - 1;
  expect(isFlood("/")).toBe(true);
  clock += 9 * MINUTE + 1;
  expect(isFlood("/")).toBe(false);
});

it("does not end while the posts keep coming, and ends when they become fewer", () => {
  const isFlood = createFloodDetector(2, now);
  for (let post = 0; post < 60; post += 1) {
    clock += MINUTE;
    expect(isFlood("/")).toBe(post >= 2);
  }
  clock += 10 * MINUTE;
  expect(isFlood("/")).toBe(false);
});

it("is silent when it is off", () => {
  const isFlood = createFloodDetector(0, now);
  expect(Array.from({ length: 1_000 }, () => isFlood("/"))).not.toContain(true);
});

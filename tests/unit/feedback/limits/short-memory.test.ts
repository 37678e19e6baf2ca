import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createShortMemory } from "../../../../src/feedback/limits/short-memory.ts";

const LIFE_MS = 1_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it("a value is remembered for its life after it was last set, and not a moment longer", () => {
  const memory = createShortMemory<number>(LIFE_MS, 10);
  memory.set("a", 1);
  vi.advanceTimersByTime(LIFE_MS - 1);
  expect(memory.get("a")).toBe(1);
  memory.set("a", 2);
  vi.advanceTimersByTime(LIFE_MS - 1);
  expect(memory.get("a")).toBe(2);
  vi.advanceTimersByTime(1);
  expect(memory.get("a")).toBeUndefined();
});

it("it dies by itself, though nobody asks for anything again", () => {
  const memory = createShortMemory<object>(LIFE_MS, 10);
  memory.set("a", {});
  vi.advanceTimersByTime(LIFE_MS / 2);
  memory.set("b", {});
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(LIFE_MS / 2);
  expect([memory.get("a"), memory.get("b")]).toEqual([undefined, {}]);
  vi.advanceTimersByTime(LIFE_MS / 2);
  // Nothing is left to wait for.
  expect(vi.getTimerCount()).toBe(0);
});

it("is bounded: the key that was set longest ago is forgotten first", () => {
  const memory = createShortMemory<number>(LIFE_MS, 3);
  for (const [key, value] of [
    ["a", 1],
    ["b", 2],
    ["c", 3],
    ["a", 4],
    ["d", 5],
  ] as const)
    memory.set(key, value);
  expect(["a", "b", "c", "d"].map((key) => memory.get(key))).toEqual([4, undefined, 3, 5]);
});

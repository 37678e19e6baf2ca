import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createRefusalLog } from "../../../../src/feedback/http/refusal-log.ts";
import { Refusal } from "../../../../src/feedback/http/refusal.ts";
import { createLogger } from "../../../../src/feedback/logger.ts";

let lines: Record<string, unknown>[];
let log: (refusal: Refusal) => void;
beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  log = createRefusalLog(createLogger("info", { write }));
});
afterEach(() => {
  vi.useRealTimers();
});

const told = () => lines.map(({ code, count }) => [code, count]);

it("a flood of refusals is one line a second for each code, and none is left out of the count", () => {
  for (let count = 0; count < 10_000; count++) log(new Refusal("too-many"));
  log(new Refusal("other-site"));
  expect(told()).toEqual([
    ["too-many", 1],
    ["other-site", 1],
  ]);
  vi.advanceTimersByTime(1_000);
  expect(told().slice(2)).toEqual([["too-many", 9_999]]);
  log(new Refusal("too-many"));
  vi.advanceTimersByTime(999);
  expect(told()).toHaveLength(3);
  vi.advanceTimersByTime(1);
  expect(told().slice(3)).toEqual([["too-many", 1]]);
});

it("a refusal after a quiet second is told at once", () => {
  log(new Refusal("too-many"));
  vi.advanceTimersByTime(1_000);
  log(new Refusal("too-many"));
  expect(told()).toEqual([
    ["too-many", 1],
    ["too-many", 1],
  ]);
});

it("the errors of the fields are told once each, and storage's by its code", () => {
  const invalid = (code: "required" | "invalid") => {
    log(new Refusal("invalid-fields", { errors: [{ field: "rating", code }] }));
  };
  const cause = Object.assign(new Error("canary"), { code: "53100" });
  invalid("required");
  invalid("required");
  invalid("invalid");
  invalid("required");
  log(new Refusal("unavailable", { cause }));
  vi.advanceTimersByTime(1_000);
  expect(lines).toMatchObject([
    { level: "info", status: 422, count: 1, errors: ["rating:required"] },
    { level: "error", status: 503, count: 1, error: { name: "Error", code: "53100" } },
    { level: "info", status: 422, count: 3, errors: ["rating:required", "rating:invalid"] },
  ]);
  expect(JSON.stringify(lines)).not.toContain("canary");
});

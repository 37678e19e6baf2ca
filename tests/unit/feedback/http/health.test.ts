import { expect, it } from "vitest";
import { createHealthCheck } from "../../../../src/feedback/http/health.ts";
import { createLogger } from "../../../../src/feedback/logger.ts";

let checks = 0;
let time = 0;
let isBroken = false;
let log = "";
const check = () => {
  checks += 1;
  return isBroken ? Promise.reject(new Error("canary")) : Promise.resolve();
};
const logger = createLogger("info", { write: (line) => void (log += line) });
const isHealthy = createHealthCheck({ check }, logger, () => time);
const ask = (times: number) => Promise.all(Array.from({ length: times }, isHealthy));

it("storage is asked once a second, and a flood of questions gets the true answer", async () => {
  expect(new Set(await ask(10_000))).toEqual(new Set([true]));
  isBroken = true;
  time = 999;
  expect(await ask(1)).toEqual([true]);
  time = 1_000;
  expect(new Set(await ask(10_000))).toEqual(new Set([false]));
  expect(checks).toBe(2);
  expect(log.trimEnd().split("\n")).toHaveLength(1);
  expect(log).not.toContain("canary");

  isBroken = false;
  time = 2_000;
  expect(await ask(1)).toEqual([true]);
});

it("a clock that is set back does not keep an old answer alive", async () => {
  time = -5_000;
  const before = checks;
  await ask(2);
  expect(checks).toBe(before + 1);
});

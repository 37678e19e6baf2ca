import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";

const LOGGER = new URL("../../../src/feedback/logger.ts", import.meta.url).href;

/** More than what a pipe holds and what may wait. */
const LINES = 10_000;

/** Logs whenever it is told to, says when it has, and ends when nobody tells it any more. */
const SCRIPT = `
  const { createLogger } = await import(${JSON.stringify(LOGGER)});
  const logger = createLogger();
  process.on("message", (lines) => {
    for (let count = 0; count < lines; count++) logger.info({ event: "feedback", count });
    process.send("logged");
  });
  process.send("ready");`;

let child: ChildProcess;
afterEach(() => child.kill("SIGKILL"));

async function start(stdout: number | "pipe"): Promise<void> {
  child = spawn(process.execPath, ["--input-type=module", "--eval", SCRIPT], {
    stdio: ["ignore", stdout, "inherit", "ipc"],
  });
  await once(child, "message");
}

async function log(lines: number): Promise<void> {
  child.send(lines);
  expect(await once(child, "message")).toEqual(["logged", undefined]);
}

/** Lets the program end by itself, and returns how it did. */
async function end(): Promise<unknown> {
  const exit = once(child, "exit");
  child.disconnect();
  return exit;
}

describe("a program whose log cannot be written goes on, and ends like any other,", () => {
  it.runIf(process.platform === "linux")("on a full disk", async () => {
    // Every write to this device says that no space is left.
    await start(openSync("/dev/full", "w"));
    await log(LINES);
    expect(await end()).toEqual([0, null]);
  });

  it("when nobody reads any more", async () => {
    await start("pipe");
    child.stdout?.destroy();
    await log(LINES);
    expect(await end()).toEqual([0, null]);
  });

  it("when the reader has stopped, and later says how many lines were lost", async () => {
    await start("pipe");
    await log(LINES);
    const output = text(child.stdout as NodeJS.ReadableStream);
    // Each line finds room again, once the reader has taken what was in the pipe.
    for (let count = 0; count < 100; count++) await log(10);
    expect(await end()).toEqual([0, null]);
    const lines = (await output)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { lines?: number });
    const lost = lines.reduce((sum, line) => sum + (line.lines ?? 0), 0);
    expect(lost).toBeGreaterThan(0);
    expect(lines.filter((line) => line.lines === undefined).length + lost).toBe(LINES + 1_000);
  });
});

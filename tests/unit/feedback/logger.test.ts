import { describe, expect, it } from "vitest";
import { createLogger, describeError } from "../../../src/feedback/logger.ts";

describe("the log", () => {
  it("is one JSON line an event, with level and time and nothing of the machine", () => {
    let text = "";
    createLogger("info", { write: (line) => void (text += line) }).info({ event: "feedback", page: "a\nb" });
    expect(text.split("\n")).toHaveLength(2);
    const { time, ...line } = JSON.parse(text) as { time: string };
    expect(Number.isNaN(Date.parse(time))).toBe(false);
    expect(line).toEqual({ level: "info", event: "feedback", page: "a\nb" });
  });

  it("leaves out what is below its level", () => {
    let text = "";
    createLogger("error", { write: (line) => void (text += line) }).info({ event: "feedback" });
    expect(text).toBe("");
  });

  it("cannot be made with a level that does not exist", () => {
    expect(() => createLogger("loud")).toThrow(/LOG_LEVEL.*info/s);
  });
});

describe("what is logged of an error", () => {
  it("is its name, code and constraint, never its message", () => {
    const error = Object.assign(new Error("canary"), {
      code: "23514",
      constraint: "rating",
      detail: "canary",
    });
    expect(describeError(error)).toEqual({ name: "Error", code: "23514", constraint: "rating" });
    expect(describeError("canary")).toEqual({ name: "string" });
  });
});

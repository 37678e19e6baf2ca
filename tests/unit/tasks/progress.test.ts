import { describe, expect, it } from "vitest";
import { createProgress } from "../../../src/tasks/progress.ts";

interface Run {
  isTTY: boolean;
  total: number;
  /** How long each page takes. */
  ms: number;
  argv?: string[];
}

/** What a stage of so many pages writes. */
async function written({ isTTY, total, ms, argv = [] }: Run): Promise<string> {
  let text = "";
  let clock = 0;
  const stream = { isTTY, write: (chunk: string) => ((text += chunk), true) };
  await createProgress(stream, argv, () => clock).stage("Pagine", async (tell) => {
    for (let done = 1; done <= total; done++) {
      clock += ms;
      tell(done, total);
      await Promise.resolve();
    }
  });
  return text;
}

/** What a terminal shows after each drawing: a return and an erasure begin the line again. */
const drawings = (text: string) => text.split("\r\x1b[K").slice(1);

describe("in a terminal", () => {
  it("a bar grows, and becomes a line with count and time", async () => {
    expect(drawings(await written({ isTTY: true, total: 2, ms: 1_250 }))).toEqual([
      "Pagine: 0,0 s ",
      "Pagine: ██████████░░░░░░░░░░ 1 di 2, 1,3 s ",
      "Pagine: ████████████████████ 2 di 2, 2,5 s ",
      "Pagine: 2 di 2, 2,5 s\n",
    ]);
  });

  it("the bar is drawn ten times a second at most", async () => {
    expect(drawings(await written({ isTTY: true, total: 10_000, ms: 0.1 })).length).toBeLessThan(13);
  });
});

describe("elsewhere", () => {
  it("a short stage is one line", async () => {
    expect(await written({ isTTY: false, total: 10_000, ms: 0.1 })).toBe("Pagine: 10000 di 10000, 1,0 s\n");
  });

  it("a long stage is a line every five seconds, and one at its end", async () => {
    expect(await written({ isTTY: false, total: 12, ms: 1_000 })).toBe(
      "Pagine: 5 di 12, 5,0 s\nPagine: 10 di 12, 10,0 s\nPagine: 12 di 12, 12,0 s\n",
    );
  });
});

it("with --quiet nothing is written", async () => {
  for (const isTTY of [true, false])
    expect(await written({ isTTY, total: 2, ms: 10_000, argv: ["--quiet"] })).toBe("");
});

it("a stage that fails ends its line, and the failure goes on", async () => {
  let text = "";
  const stream = { isTTY: true, write: (chunk: string) => ((text += chunk), true) };
  const stage = createProgress(stream, []).stage("Pagine", () => Promise.reject(new Error("broken")));
  await expect(stage).rejects.toThrow("broken");
  expect(text.endsWith("\n")).toBe(true);
});

import { expect, test } from "vitest";
import { createProgress } from "../../../src/tasks/progress.ts";

function written(isTTY: boolean, total: number): string {
  let text = "";
  const tell = createProgress({ isTTY, write: (chunk: string) => ((text += chunk), true) }).step(
    "Pagine",
    total,
  );
  for (let done = 1; done <= total; done++) tell(done);
  return text;
}

test("in a terminal one line changes until the step is done", () => {
  expect(written(true, 2)).toBe("Pagine: …\rPagine: 1 di 2\rPagine: 2 di 2\n");
});

test("elsewhere a long step takes four lines", () => {
  expect(written(false, 200)).toBe(
    "Pagine: 50 di 200\nPagine: 100 di 200\nPagine: 150 di 200\nPagine: 200 di 200\n",
  );
});

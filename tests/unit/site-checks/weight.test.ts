import { expect, test } from "vitest";
import { sheetProblems, visitProblems } from "../../../src/site-checks/weight.ts";

const download = (name: string, bytes: number, blocking = false) => ({
  url: `https://aiuto.test/${name}`,
  bytes,
  blocking,
});

test("a first visit may be 45 kB in six files, and no more", () => {
  const six = Array.from({ length: 6 }, (_, index) => download(`${index}`, 7_500));
  expect(visitProblems(six)).toEqual([]);
  expect(visitProblems([...six, download("x", 1)])).toEqual([
    expect.stringMatching(/^byte in tutto: al massimo 45000; qui sono 45001 \(\/0 7500, /),
    expect.stringMatching(/^file da scaricare: al massimo 6; qui sono 7 /),
  ]);
});

test("what the first paint of a sheet waits for comes in one round trip, with 1 kB more for other scripts", () => {
  const page = [download("", 14_500, true), download("main.js", 20_000)];
  expect(sheetProblems(page, 500, { translated: true })).toEqual([]);
  expect(sheetProblems(page, 501, { translated: false })).toEqual([
    "byte prima di vedere la pagina: al massimo 14000; qui sono 14500 (/ 14500)",
    "elementi: al massimo 500; qui sono 501",
  ]);
});

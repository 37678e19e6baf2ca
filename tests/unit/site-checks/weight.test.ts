import { expect, test } from "vitest";
import {
  ANY_CONTENT,
  ANY_FROZEN_PAGE,
  headerBytes,
  ONE_ROUND_TRIP,
  weightProblems,
} from "../../../src/site-checks/weight.ts";

const download = (name: string, bytes: number, blocking = false) => ({
  url: `https://aiuto.internal/${name}`,
  bytes,
  blocking,
});

test("a first visit may be 45 kB in six files, and no more", () => {
  const six = Array.from({ length: 6 }, (_, index) => download(`${index}`, 7_500));
  expect(weightProblems(six, 500, ONE_ROUND_TRIP)).toEqual([]);
  expect(weightProblems([...six, download("x", 1)], 500, ONE_ROUND_TRIP)).toEqual([
    expect.stringMatching(/^byte in tutto: al massimo 45000; qui sono 45001 \(\/0 7500, /),
    expect.stringMatching(/^file da scaricare: al massimo 6; qui sono 7 /),
  ]);
});

test("what the first paint of a service page waits for comes in one round trip, with 1.4 kB more for other scripts", () => {
  const page = [download("", 14_601, true), download("main.js", 20_000)];
  expect(weightProblems(page, 500, ANY_FROZEN_PAGE)).toEqual([]);
  expect(weightProblems(page, 501, ONE_ROUND_TRIP)).toEqual([
    "byte prima di vedere la pagina: al massimo 14600; qui sono 14601 (/ 14601)",
    "elementi: al massimo 500; qui sono 501",
  ]);
});

test("an office may write a service page twice as long, but no page that keeps a small telephone waiting", () => {
  expect(
    weightProblems([download("", 28_000, true), download("main.js", 31_000)], 1_000, ANY_CONTENT),
  ).toEqual([]);
  expect(weightProblems([download("", 43_000, true)], 1_401, ANY_CONTENT)).toHaveLength(2);
});

test("headers are counted as they are sent, with the status line and the empty line after them", () => {
  const sent = "HTTP/1.1 200 OK\r\nVary: Accept-Encoding\r\n\r\n";
  expect(headerBytes([{ name: "Vary", value: "Accept-Encoding" }])).toBe(sent.length);
});

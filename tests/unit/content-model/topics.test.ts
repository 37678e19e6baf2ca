import { expect, test } from "vitest";
import { problemsAfter } from "./fixture-site.ts";

const TOPICS = `[
  { "name": "Assistenza sociale" },
  { "name": "Immigrazione" },
  { "name": "Immigrazione" }
]`;

test("a topic defined twice is reported at the second", async () => {
  expect(await problemsAfter({ "_data/topics.json": () => TOPICS })).toEqual([
    "_data/topics.json:4: «name»: ci vuole ogni argomento una volta sola; qui c'è «Immigrazione»",
  ]);
});

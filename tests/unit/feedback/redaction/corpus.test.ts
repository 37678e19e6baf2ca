import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { serverFinder } from "../../../../src/feedback/redaction/redact.ts";
import { sharedFinder } from "../../../../src/shared/redaction/redact.ts";
import { generateCases, toLines } from "../../../fixtures/redaction/generate.ts";
import { readCorpus, score } from "./corpus.ts";

const options = { allowedPhones: ["+39 0571 878778"] };
const corpus = ["developed", "held-out", "generated"].flatMap(readCorpus);

describe("the labelled corpus", () => {
  it("is of hundreds of cases, at least a third of them without personal data", () => {
    expect(corpus.length).toBeGreaterThan(500);
    expect(corpus.filter(({ spans }) => spans.length === 0).length).toBeGreaterThan(corpus.length / 3);
  });

  it("has the generated cases that the generator makes", () => {
    const file = new URL("../../../fixtures/redaction/generated.jsonl", import.meta.url);
    expect(readFileSync(file, "utf8")).toBe(toLines(generateCases()));
  });
});

describe("what the server masks", () => {
  const { recall, precision, misses } = score(corpus, serverFinder(options));
  const report = misses.join("\n");

  it("is at least 99 % of the personal data, each under its own name", () => {
    expect(recall, report).toBeGreaterThanOrEqual(0.99);
  });

  it("is personal data in at least 97 % of cases", () => {
    expect(precision, report).toBeGreaterThanOrEqual(0.97);
  });

  it("is at least 98 % of the part that no rule was written for", () => {
    const heldOut = score(readCorpus("held-out"), serverFinder(options));
    expect(heldOut.recall, heldOut.misses.join("\n")).toBeGreaterThanOrEqual(0.98);
    expect(heldOut.precision, heldOut.misses.join("\n")).toBeGreaterThanOrEqual(0.97);
  });
});

describe("the set of hard forms, with as many innocent comments", () => {
  const hard = readCorpus("hard");
  const innocent = readCorpus("innocent");
  const { expected, recall, precision, misses } = score([...hard, ...innocent], serverFinder(options));

  it("is of 200 at least, each", () => {
    expect(expected).toBeGreaterThanOrEqual(200);
    expect(innocent.length).toBeGreaterThanOrEqual(200);
  });

  // The bounds are what is reached, so that each rule taken back shows: the aims are 0.95 and 0.99.
  it("is masked by the server to 96.6 %, of which 99.5 % is personal data", () => {
    expect(recall, misses.join("\n")).toBeGreaterThanOrEqual(0.966);
    expect(precision, misses.join("\n")).toBeGreaterThanOrEqual(0.995);
  });

  it("is masked by the browser to nearly a half, of which 99 % is personal data", () => {
    const inBrowser = score([...hard, ...innocent], sharedFinder(options));
    expect(inBrowser.recall, inBrowser.misses.join("\n")).toBeGreaterThanOrEqual(0.47);
    expect(inBrowser.precision, inBrowser.misses.join("\n")).toBeGreaterThanOrEqual(0.99);
  });
});

describe("what the browser masks without context", () => {
  const { recall, precision, misses } = score(corpus, sharedFinder(options));

  it("is most of the personal data, and nothing else", () => {
    expect(recall, misses.join("\n")).toBeGreaterThanOrEqual(0.88);
    expect(precision, misses.join("\n")).toBeGreaterThanOrEqual(0.99);
  });
});

import { describe, expect, test } from "vitest";
import { parseJson } from "../../../../src/content-model/documents/json-document.ts";

const parse = (text: string) => parseJson("a.json", text);
const problems = (text: string) => parse(text).problems.map(({ line, message }) => `${line}: ${message}`);

describe("positions", () => {
  const { document } = parse(`{
  "uno": {
    "due": [
      1,
      { "tre":
        "x" }
    ]
  }
}`);

  test.each([
    [[], 1],
    [["uno"], 2],
    [["uno", "due"], 3],
    [["uno", "due", 0], 4],
    [["uno", "due", 1], 5],
    [["uno", "due", 1, "tre"], 6],
  ])("a value at %j is on line %i", (path, line) => {
    expect(document?.lineOf(path)).toBe(line);
  });

  test("a missing value is reported at its parent", () => {
    expect(document?.lineOf(["uno", "due", 1, "quattro"])).toBe(5);
    expect(document?.lineOf(["zero", "due"])).toBe(1);
  });
});

describe("syntax", () => {
  test.each([
    ["a missing comma, at the line that lacks it", '{\n"a": 1\n"b": 2\n}', 2, "una virgola tra"],
    ["a comma after the last entry", '{\n"a": 1,\n}', 3, "una chiave tra virgolette"],
    ["a comment", '{\n// nota\n"a": 1\n}', 2, "nessun commento"],
    ["a key without quotes", "{\na: 1\n}", 2, "qui c'è «a»"],
    ["a text left open", '{\n"a": "x\n}', 2, "la virgoletta che chiude"],
    ["a missing bracket", '{"a": [\n1\n', 3, "parentesi"],
    ["an empty file", "", 1, "il testo finisce"],
    ["words after the end", "{}\nciao", 2, "qui c'è «ciao»"],
  ])("%s is an error with its line", (_case, text, line, message) => {
    const found = problems(text)[0];
    expect(found).toMatch(new RegExp(`^${line}: JSON non valido: `));
    expect(found).toContain(message);
  });

  test("a key written twice is an error at the second, at any depth", () => {
    expect(problems('{"x": {\n"a": 1,\n"a": 2\n}}')).toEqual([
      "3: JSON non valido: la chiave «a» compare due volte; ci vuole una volta sola",
    ]);
  });

  test("nothing is taken from a document with a syntax error", () => {
    expect(parse('{"a": 1,}').document).toBeUndefined();
  });
});

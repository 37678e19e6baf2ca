import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../../src/content-model/documents/yaml-document.ts";

const parse = (text: string) => parseYaml("a.md", text, 2);
const problems = (text: string) => parse(text).problems.map(({ line, message }) => `${line}: ${message}`);

describe("positions", () => {
  const { document } = parse(`title: Uno
topics:
  - A
  - B
changes:
  - date: 2024-05-02
    text: >-
      piegato
empty:
next: x`);

  test.each([
    [["title"], 2],
    [["topics"], 3],
    [["topics", 1], 5],
    [["changes", 0], 7],
    [["changes", 0, "date"], 7],
    [["changes", 0, "text"], 8],
    [["empty"], 10],
    [["next"], 11],
  ])("the value at %j is on line %i of the file", (path, line) => {
    expect(document?.lineOf(path)).toBe(line);
  });

  test("a missing value is reported at its parent, in the end at the opening dashes", () => {
    expect(document?.lineOf(["changes", 0, "author"])).toBe(7);
    expect(document?.lineOf(["description"])).toBe(1);
  });
});

test("dates stay texts", () => {
  expect(parse("a: 2024-05-02\nb: 2024-05-02T15:33").document?.value).toEqual({
    a: "2024-05-02",
    b: "2024-05-02T15:33",
  });
});

describe("syntax", () => {
  test.each([
    ["a colon inside a value", "a: 1\ntitle: uno: due", 3, "contiene i due punti"],
    ["an indentation by tabulator", "a:\n\tb: 1", 3, "c'è un tabulatore"],
    ["a different indentation", "a:\n  - b\n c: 1", 4, "il rientro è diverso"],
    ["a key written twice", "a: 1\nb: 2\na: 3", 4, "già scritta sopra"],
    ["a key without colon", "a: b # nota\nnope\nc: d", 3, "ci vogliono i due punti"],
    ["a quote left open, where it opens", 'a: 1\ntitle: "uno\nb: 2', 3, "che chiude; qui manca"],
    ["a value that starts with @", "title: @x", 2, "virgolette doppie"],
    ["a value that starts with *", "title: *x", 2, "virgolette doppie"],
    ["a value that starts with !", "title: !x y", 2, "virgolette doppie"],
    ["a reference to another value", "a: &x 1\nb: *x", 3, "virgolette doppie"],
    ["a key that is a list", "? [a]\n: b", 2, "ci vuole una parola come chiave"],
  ])("%s is an error with its line", (_case, text, line, message) => {
    const [found, ...others] = problems(text);
    expect(found).toMatch(new RegExp(`^${line}: YAML non valido: `));
    expect(found).toContain(message);
    expect(others).toEqual([]);
  });
});

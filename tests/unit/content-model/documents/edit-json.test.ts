import { expect, test } from "vitest";
import { withJsonValue } from "../../../../src/content-model/documents/edit-json.ts";

const ODD = `\uFEFF{\r\n\t"list" : [ 1,2 ],\r\n\t"checked":{"on":"2026-01-01", "by":"A"}\r\n}\r\n\r\n`;

test("a value is replaced and nothing else, however the file is written", () => {
  expect(withJsonValue(ODD, ["checked", "on"], "2026-11-30")).toBe(ODD.replace("2026-01-01", "2026-11-30"));
});

test("a missing key comes last, with the line ends and the indentation of the file", () => {
  expect(withJsonValue(ODD, ["more"], { a: 1 })).toBe(
    ODD.replace(`"A"}`, `"A"},\r\n\t"more": {\r\n\t\t"a": 1\r\n\t}`),
  );
  expect(withJsonValue(`{ "a": 1 }`, ["b"], "c")).toBe(`{ "a": 1,\n  "b": "c" }`);
});

test("a key of an object that is not there is refused", () => {
  expect(() => withJsonValue(`{ "a": 1 }`, ["b", "c"], 1)).toThrow("b.c");
});

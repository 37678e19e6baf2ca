import { expect, test } from "vitest";
import { annotation } from "../../../src/tasks/annotation.ts";

test("a problem becomes a command that names level, file and line", () => {
  const problem = { file: "_data/contacts/sportello.json", line: 9, message: "ci vuole un orario" };
  expect(annotation("error", problem)).toBe(
    "::error file=_data/contacts/sportello.json,line=9::ci vuole un orario",
  );
  expect(annotation("warning", problem)).toBe(
    "::warning file=_data/contacts/sportello.json,line=9::ci vuole un orario",
  );
});

test("a message keeps to its line, and percent signs stay what they are", () => {
  const message = "il 100% è %0A\r\n::error::altro, ancora: qui";
  expect(annotation("error", { file: "a.md", line: 1, message })).toBe(
    "::error file=a.md,line=1::il 100%25 è %250A%0D%0A::error::altro, ancora: qui",
  );
});

test("a file's name cannot end the command or add to it", () => {
  expect(annotation("error", { file: "a,line=2::b%\n.md", line: 1, message: "" })).toBe(
    "::error file=a%2Cline=2%3A%3Ab%25%0A.md,line=1::",
  );
});

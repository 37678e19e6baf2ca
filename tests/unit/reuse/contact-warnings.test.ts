import { expect, test } from "vitest";
import { contactWarnings } from "../../../src/reuse/contact-warnings.ts";

test("an address that reaches nobody is a warning with its line", () => {
  const text = "Write to\n<sicurezza@sito.example>, or to <a.b@ente.test>.\n";
  expect(contactWarnings("SECURITY.md", text)).toEqual([
    {
      file: "SECURITY.md",
      line: 2,
      message:
        "prima di pubblicare il software ci vuole un indirizzo che qualcuno legge; qui c'è «sicurezza@sito.example»",
    },
  ]);
});

test("a web address of the same domain is no contact", () => {
  expect(contactWarnings("SECURITY.md", "https://sito.example/")).toEqual([]);
});

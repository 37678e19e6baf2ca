import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkPubliccode } from "../../../src/reuse/check-publiccode.ts";

const FILE = "publiccode.yml";
const source = readFileSync(FILE, "utf8");

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** Checks the project's own file with one text replaced. */
function checkWith(text: string | RegExp, replacement: string) {
  const edited = source.replace(text, replacement);
  if (edited === source) throw new Error(`${String(text)} is not in ${FILE}`);
  return checkPubliccode(FILE, edited);
}

const messagesOf = ({ problems }: ReturnType<typeof checkPubliccode>) =>
  problems.map(({ message }) => message);

describe("the project's publiccode.yml", () => {
  const { data, problems } = checkPubliccode(FILE, source);

  it("follows version 0.7 of the standard", () => {
    expect(problems).toEqual([]);
    expect(data?.publiccodeYmlVersion).toBe("0.7");
  });

  it("names the licence of package.json", () => {
    expect(readJson("package.json")).toMatchObject({ license: data?.legal.license });
  });

  it("is described in Italian and in English", () => {
    expect(Object.keys(data?.description ?? {})).toEqual(["it", "en"]);
  });
});

describe("what the standard refuses", () => {
  it.each([
    ["another version", '"0.7"', '"0.4"', "«publiccodeYmlVersion»: ci vuole"],
    ["a key that it does not know", "name: Segr", "nome: x\nname: Segr", "chiave sconosciuta"],
    ["a category that it does not list", "website-builder", "website", "«categories», elemento 4"],
    ["a scope that it does not list", "- welfare", "- wellfare", "forse volevi «welfare»?"],
    ["a status that it does not list", "Status: beta", "Status: alpha", "«developmentStatus»"],
    ["a type that it does not list", "standalone/web", "website", "«softwareType»"],
    ["no features", /^ {4}features:\n(?: {6}- .+\n)+/m, "", "manca «features»"],
    ["a short description of over 150 characters", "Sito accessibile", "x".repeat(150), "al massimo 150"],
    [
      "a long description of under 150 characters",
      /( {4}longDescription:) \|\n(?: {6}.+\n|\n)+/,
      "$1 Breve.\n",
      "da 150",
    ],
    ["a licence that is no SPDX expression", "license: EUPL-1.2", "license: EUPL", "un'espressione SPDX"],
    ["maintenance by nobody in particular", /\n {2}contacts:\n.+/, "", "manca «contacts»"],
    ["a language that is no language tag", "    - it\n", "    - italiano!\n", "il codice di una lingua"],
    ["a country in lower-case letters", "- IT\n", "- it\n", "due lettere maiuscole"],
    ["an address that is not one", /url: .+/, "url: segretariato", "che comincia con https://"],
    ["a deprecated key", "legal:\n", "legal:\n  repoOwner: Un Comune\n", "chiave sconosciuta"],
    [
      "the deprecated section of a country",
      "legal:\n",
      "IT:\n  countryExtensionVersion: '1.0'\nlegal:\n",
      "chiave sconosciuta",
    ],
  ])("%s", (_what, text, replacement, message) => {
    expect(messagesOf(checkWith(text, replacement)).join("\n")).toContain(message);
  });

  it("text that is not YAML, by its line", () => {
    const { problems } = checkWith("name: Segretariato Sociale", "name: a: b");
    expect(problems).toMatchObject([{ file: FILE, line: 5 }]);
  });
});

describe("what is still a placeholder", () => {
  it("is a warning with its line, not an error", () => {
    const { warnings } = checkPubliccode(FILE, source);
    const lines = source.split("\n");
    expect(warnings.map(({ line }) => lines[line - 1])).toEqual([
      expect.stringMatching(/^url: .+\.example/),
      expect.stringMatching(/^landingURL: .+\.example/),
      expect.stringMatching(/name: da indicare$/),
      expect.stringMatching(/^publiccodeYmlVersion/),
    ]);
  });

  it("goes away when it is filled in", () => {
    const filled = source
      .replaceAll(".example", ".test")
      .replace("name: da indicare", "name: Ada Verdi")
      .replace("legal:\n", "organisation:\n  uri: urn:x-italian-pa:c_d403\n\nlegal:\n");
    expect(checkPubliccode(FILE, filled)).toMatchObject({ problems: [], warnings: [] });
  });
});

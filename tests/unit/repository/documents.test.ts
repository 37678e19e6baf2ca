import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const DECISIONS = "docs/decisions";
const decisions = globSync(`${DECISIONS}/[0-9]*.md`).toSorted();
const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CODE_OF_CONDUCT.md",
  ...globSync("docs/*.md").toSorted(),
  `${DECISIONS}/README.md`,
  ...decisions,
];

const read = (file: string) => readFileSync(file, "utf8");

describe.each(documents)("%s", (file) => {
  const text = read(file);

  it("links to files that are there", () => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = ""]) => target);
    expect(targets.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
  });

  it("names commands that are there", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const commands = [...text.matchAll(/npm (?:run(?: --silent)? ([\w:]+)|(start|test))\b/g)];
    const named = commands.map(([, script, builtIn]) => script ?? builtIn ?? "");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it("the list of decisions has all of them", () => {
  const list = read(`${DECISIONS}/README.md`);
  expect(decisions.filter((file) => !list.includes(`](${file.slice(DECISIONS.length + 1)})`))).toEqual([]);
});

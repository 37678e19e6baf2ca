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

describe("CONTRIBUTING.md", () => {
  const text = read("CONTRIBUTING.md");
  const tree = /## Where things are[\s\S]+?```\n([\s\S]+?)```/.exec(text)?.[1] ?? "";

  it("shows a tree of places that are there", () => {
    const places = tree
      .trim()
      .split("\n")
      .map((line) => line.split(/\s/)[0] ?? "");
    expect(places.length).toBeGreaterThan(15);
    expect(places.filter((place) => !existsSync(place))).toEqual([]);
  });

  it("shows every room of src", () => {
    const rooms = globSync("src/*/").map((room) => `${room.replaceAll("\\", "/").replace(/\/$/, "")}/`);
    expect(rooms.filter((room) => !`\n${tree}`.includes(`\n${room}`))).toEqual([]);
  });

  it("says for every folder of tests which test goes there", () => {
    const table = /## Which test do I write\?([\s\S]+?)\n## /.exec(text)?.[1] ?? "";
    const folders = globSync("tests/*/").map((folder) => folder.replaceAll("\\", "/").replace(/\/$/, ""));
    const others = ["tests/support", "tests/fixtures", "tests/sites"];
    expect(folders.filter((folder) => !others.includes(folder) && !table.includes(`\`${folder}/`))).toEqual(
      [],
    );
  });
});

describe("the decisions", () => {
  it("are numbered one after the other", () => {
    const numbers = decisions.map((file) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(decisions)("%s says problem, decision, what follows and what would change it", (file) => {
    const text = read(file);
    const number = /\/(\d{4})-/.exec(file)?.[1] ?? "";
    expect(text).toMatch(new RegExp(`^# ${number}\\. .+\\n`));
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(["The problem", "Decided", "What follows", "What would change it"]);
  });

  it("are all in the list", () => {
    const list = read(`${DECISIONS}/README.md`);
    expect(decisions.filter((file) => !list.includes(`](${file.slice(DECISIONS.length + 1)})`))).toEqual([]);
  });
});

import { isMap, isScalar, type Pair, parseDocument, Scalar } from "yaml";
import { splitSource } from "../content-model/documents/source-text.ts";

const KEY = "translation";

/**
 * Writes into the source of a translation which revision it follows, and changes no other byte.
 * @param source the whole file, with its own line ends
 * @throws Error if the file has no front matter to write into
 */
export function recordFollows(source: string, revision: string): string {
  const split = splitSource(source.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
  if ("error" in split) throw new Error(split.error);
  const lines = source.split("\n");
  const opening = `${lines[0]}\n`;
  const frontMatter = `${lines.slice(1, split.bodyLine - 2).join("\n")}\n`;
  const rest = source.slice(opening.length + frontMatter.length);
  const eol = opening.endsWith("\r\n") ? "\r\n" : "\n";
  const { start, end } = blockOf(frontMatter);
  const block = withFollows(frontMatter.slice(start, end).replaceAll("\r\n", "\n"), revision).replaceAll(
    "\n",
    eol,
  );
  return opening + frontMatter.slice(0, start) + block + frontMatter.slice(end) + rest;
}

/**
 * Where the lines of the translation's block are in the front matter. Without a
 * block, both are its end.
 */
function blockOf(frontMatter: string): { start: number; end: number } {
  const { contents } = parseDocument(frontMatter);
  const pair = isMap(contents) ? contents.items.find(isBlock) : undefined;
  if (!isScalar(pair?.key)) return { start: frontMatter.length, end: frontMatter.length };
  const [start] = pair.key.range;
  const [, , after] = (pair.value ?? pair.key).range;
  return { start, end: frontMatter.indexOf("\n", after - 1) + 1 };
}

function isBlock({ key }: Pair): boolean {
  return isScalar(key) && key.value === KEY;
}

/**
 * The block with the given revision. Whatever else an editor wrote in it stays, including comments.
 */
function withFollows(block: string, revision: string): string {
  const document = parseDocument(block);
  const follows = new Scalar(revision);
  // Quoted, because a revision may look like a number.
  follows.type = Scalar.QUOTE_DOUBLE;
  if (isMap(document.get(KEY))) document.setIn([KEY, "follows"], follows);
  else document.set(KEY, document.createNode({ follows }));
  return document.toString({ lineWidth: 0 });
}

import { expect, test } from "vitest";
import { decodeSource } from "../../../../src/content-model/documents/source-text.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a byte order mark and Windows line ends make no difference", () => {
  expect(decodeSource(bytes("\uFEFFuno\r\ndue\r\n")).text).toBe(decodeSource(bytes("uno\ndue\n")).text);
});

test("a file in another encoding is refused at the line of its first wrong byte", () => {
  expect(decodeSource(Buffer.from("uno\ndue\nperché\n", "latin1"))).toMatchObject({ error: { line: 3 } });
});

test("a character cut off at the end of the file is refused on the last line", () => {
  expect(decodeSource(bytes("uno\nè").slice(0, -1))).toMatchObject({ error: { line: 2 } });
});

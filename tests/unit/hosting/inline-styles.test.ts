import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { inlineStyleHashes } from "../../../src/hosting/inline-styles.ts";

const source = (css: string) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`;

it("every inlined style sheet is allowed by the hash of exactly its text, and once", () => {
  const css = 'a::after { content: "è >"; }\n';
  const html = `<head><style>${css}</style></head><STYLE media="print">b{}</STYLE ><style>${css}</style>`;
  expect(inlineStyleHashes(html)).toEqual([source(css), source("b{}")]);
});

it("a page without style sheets has none", () => {
  expect(inlineStyleHashes("<p>style</p>")).toEqual([]);
});

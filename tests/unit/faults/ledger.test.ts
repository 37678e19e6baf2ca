import { expect, it } from "vitest";
import { findViolations } from "../../faults/ledger.ts";
import type { Delivery, StoredRow } from "../../faults/ledger.ts";
import type { Content, Post } from "../../faults/posts.ts";

const FIRST: Content = { rating: 5, answer: "clear", comment: null };
const SECOND: Content = { ...FIRST, comment: "Testo" };

const row = (content: Content, id = "id"): StoredRow => ({ id, ...content });
const delivery = (
  content: Content,
  status: number | undefined,
  format: Post["format"] = "json",
): Delivery => ({
  post: { key: format === "json" ? "id" : "Testo", format, content },
  status,
});

function violations(deliveries: readonly Delivery[], rows: readonly StoredRow[]): string[] {
  return findViolations(
    Map.groupBy(deliveries, ({ post }) => post.key),
    rows,
  );
}

it("finds nothing when promises were kept, also when a post without reply was stored or not", () => {
  const broken = delivery(SECOND, undefined);
  expect(violations([delivery(FIRST, 201), delivery(SECOND, 200)], [row(SECOND)])).toEqual([]);
  expect(violations([delivery(FIRST, 201), broken], [row(FIRST)])).toEqual([]);
  expect(violations([delivery(FIRST, 201), broken], [row(SECOND)])).toEqual([]);
  expect(violations([broken], [])).toEqual([]);
  expect(violations([delivery(FIRST, 503), delivery(FIRST, 429)], [])).toEqual([]);
  expect(violations([delivery(SECOND, 303, "form")], [row(SECOND, "made-by-the-server")])).toEqual([]);
});

it.each<[string, Delivery[], StoredRow[]]>([
  ["acknowledged, but not stored", [delivery(FIRST, 201)], []],
  ["stored 2 times", [delivery(FIRST, 201)], [row(FIRST), row(FIRST)]],
  ["stored 2 times", [delivery(SECOND, 303, "form")], [row(SECOND, "a"), row(SECOND, "b")]],
  ["created 2 times", [delivery(FIRST, 201), delivery(FIRST, 201)], [row(FIRST)]],
  ["only the first is stored", [delivery(FIRST, 201), delivery(SECOND, 200)], [row(FIRST)]],
  ["half a row", [delivery(SECOND, 201)], [row({ ...SECOND, answer: null })]],
  ["never sent", [], [row(FIRST)]],
  ["answered 500", [delivery(FIRST, 500)], []],
])("finds what is %s", (name, deliveries, rows) => {
  expect(violations(deliveries, rows).join("\n")).toContain(name);
});

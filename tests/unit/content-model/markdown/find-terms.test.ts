import { describe, expect, it } from "vitest";
import { createTermFinder } from "../../../../src/content-model/markdown/find-terms.ts";
import type { Glossary } from "../../../../src/content-model/schemas/glossary.ts";

/** The terms found in a text. Each form is a term with the same name. */
function found(forms: readonly string[], text: string): string[] {
  const glossary: Glossary = {};
  for (const form of forms) glossary[form] = { term: form, forms: [form], explanation: "…" };
  return createTermFinder(glossary)(text);
}

describe("a term in a text", () => {
  it("is found in any case, over a line break, once, in the order of first use", () => {
    const text = "Presa\nin carico: il MINORE in presa in carico. Un minore.";
    expect(found(["minore", "presa in carico"], text)).toEqual(["presa in carico", "minore"]);
  });

  it("is whole words, whatever the letters of its language", () => {
    expect(found(["minore"], "I minorenni, il minoreé, ilminore")).toEqual([]);
    expect(found(["minore"], "(minore) l'minore, «minore».")).toEqual(["minore"]);
    expect(found(["азил"], "азилант")).toEqual([]);
    expect(found(["азил"], "про азил")).toEqual(["азил"]);
    expect(found(["لجوء"], "اللجوء")).toEqual([]);
    expect(found(["اللجوء"], "طلب اللجوء.")).toEqual(["اللجوء"]);
  });

  it("ends where a vowel sign would go on with the word", () => {
    expect(found(["শরণার্থ"], "শরণার্থী")).toEqual([]);
    expect(found(["শরণার্থী"], "একজন শরণার্থী।")).toEqual(["শরণার্থী"]);
  });

  it("is found within a text without spaces", () => {
    expect(found(["居留许可"], "您持有居留许可或者EU居留许可。")).toEqual(["居留许可"]);
    expect(found(["Segretariato sociale"], "请致电Segretariato sociale办公室")).toEqual([
      "Segretariato sociale",
    ]);
  });

  it("is the longer one of two that begin alike", () => {
    expect(found(["chiede asilo", "asilo", "chiede"], "chi chiede asilo")).toEqual(["chiede asilo"]);
  });

  it("is the same with any apostrophe and any composition of its letters", () => {
    expect(found(["droit d'asile"], "Le droit d’asile")).toEqual(["droit d'asile"]);
    expect(found(["società".normalize("NFD")], "La società".normalize("NFC"))).toHaveLength(1);
  });

  it("may hold characters that mean something in a pattern", () => {
    expect(found(["a.b (c)?"], "axb (c) a.b (c)?")).toEqual(["a.b (c)?"]);
    expect(found(["a.b"], "axb")).toEqual([]);
  });

  it("is nothing in an empty glossary", () => {
    expect(found([], "testo")).toEqual([]);
  });
});

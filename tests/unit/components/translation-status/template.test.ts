import { describe, expect, it } from "vitest";
import { htmlProblems } from "../html-problems.ts";
import { examples, render } from "../render.ts";

const status = (example: string) =>
  render("translation-status", "translationStatus", examples("translation-status")[example] ?? {});

describe("the status of a translation", () => {
  it.each(Object.keys(examples("translation-status")))("is valid HTML when it is %s", async (example) => {
    expect(await htmlProblems(status(example))).toEqual([]);
  });

  it("says that nobody has checked it, and leads to the source", () => {
    const html = status("unreviewed");
    expect(html).toContain("Nessuno l’ha ancora controllata.");
    expect(html).toContain(`<a href="/prenota/" hreflang="it">Leggi il testo italiano</a>`);
    expect(html).not.toContain("è cambiato");
  });

  it("has no space between sentences that need none", () => {
    const [example] = Object.values(examples("translation-status"));
    const html = render("translation-status", "translationStatus", { ...example, lang: "zh" });
    expect(html).toContain("</span><a");
    expect(status("unreviewed")).toMatch(/\. <a/);
  });

  it("says who has checked it, and when", () => {
    expect(status("reviewed")).toContain("controllata da Maria Rossi il 1 dicembre 2026");
    expect(status("reviewed")).not.toContain("Nessuno");
  });

  it("says that the source has changed since, besides", () => {
    const html = status("stale");
    expect(html).toContain("Nessuno l’ha ancora controllata.");
    expect(html).toContain("<strong>Il testo italiano è cambiato dopo questa traduzione.</strong>");
  });
});

import { describe, expect, it } from "vitest";
import { figuresOf } from "../../../../../src/feedback/report/figures.ts";
import { integer, localTimeText, percentWith } from "../../../../../src/feedback/report/html/italian.ts";
import { changeText, figuresText, readabilityText } from "../../../../../src/feedback/report/html/words.ts";
import type { PageReport } from "../../../../../src/feedback/report/report.ts";
import { sampleReport } from "../../../../support/report-sample.ts";

const figures = (high: number, low: number) =>
  figuresOf([
    { rating: 5, answer: "", posts: high },
    { rating: 2, answer: "", posts: low },
  ]);

/** What a page says, with plain spaces. */
const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

const said = (high: number, low: number) => plain(figuresText(figures(high, low), "la pagina è chiara"));

describe("figuresText", () => {
  it("says of few ratings that they are few, and nothing more", () => {
    expect(said(0, 0)).toBe("Ancora nessuna valutazione.");
    expect(said(1, 0)).toBe("1 valutazione: poche per dire di più.");
    expect(said(2, 2)).toBe("4 valutazioni: poche per dire di più.");
  });

  it("says a share in people with its interval, and the mean only from 30 ratings on", () => {
    expect(said(4, 1)).toBe("5 valutazioni. Per 8 su 10 la pagina è chiara: fra il 38 % e il 96 %.");
    expect(said(24, 5)).not.toContain("Voto medio");
    expect(said(24, 6)).toBe(
      "30 valutazioni. Per 8 su 10 la pagina è chiara: fra il 63 % e il 90 %. Voto medio 4,4 su 5.",
    );
  });

  it("rounds nobody away", () => {
    expect(said(0, 5)).toContain("Per nessuno la pagina è chiara: fra lo 0 % e il 43 %.");
    expect(said(1, 99)).toContain("Per meno di 1 su 10 la pagina è chiara");
    expect(said(99, 1)).toContain("Per quasi tutti la pagina è chiara");
    expect(said(5, 0)).toContain("Per tutti la pagina è chiara: fra il 57 % e il 100 %.");
  });
});

describe("changeText", () => {
  const changed = (before: [number, number] | null, after: [number, number]) => {
    const [page] = sampleReport({ pages: 1 }).pages;
    if (!page) throw new Error("The sample has no page.");
    const compared: PageReport = {
      ...page,
      before: before && figures(...before),
      after: figures(...after),
    };
    return plain(changeText(compared));
  };

  it("speaks of better or worse only where the intervals are apart", () => {
    expect(changed([20, 80], [80, 20])).toBe(
      "Prima dell’ultima modifica 20 voti alti su 100 (20 %), dopo 80 voti alti su 100 (80 %): la pagina è migliorata.",
    );
    expect(changed([80, 20], [20, 80])).toMatch(/la pagina è peggiorata\.$/);
    expect(changed([24, 16], [28, 12])).toMatch(/la differenza può essere un caso\.$/);
  });

  it("compares no few ratings, and nothing where there is nothing to compare", () => {
    expect(changed([1, 0], [30, 2])).toMatch(/1 voto alto su 1, dopo .*: poche per un confronto\.$/);
    expect(changed([0, 0], [30, 2])).toBeUndefined();
    expect(changed([30, 2], [0, 0])).toBeUndefined();
    expect(changed(null, [30, 2])).toBeUndefined();
  });
});

describe("readabilityText", () => {
  it("says who reads a text with ease", () => {
    expect([80, 79.9, 60, 40, 39].map(readabilityText)).toEqual([
      "facile anche per chi ha solo la licenza elementare",
      "facile per chi ha la licenza media",
      "facile per chi ha la licenza media",
      "facile solo per chi ha un diploma",
      "difficile per quasi tutti",
    ]);
  });
});

describe("Italian numbers and times", () => {
  it("have the article that is spoken before them", () => {
    const texts = [0, 0.01, 0.02, 0.08, 0.11, 0.18, 0.8, 0.89, 0.9, 1].map((share) =>
      percentWith("dal", share),
    );
    expect(texts.map(plain)).toEqual([
      "dallo 0 %",
      "dall’1 %",
      "dal 2 %",
      "dall’8 %",
      "dall’11 %",
      "dal 18 %",
      "dall’80 %",
      "dall’89 %",
      "dal 90 %",
      "dal 100 %",
    ]);
  });

  it("are those of a clock in Italy, on both sides of the clock's change", () => {
    expect(localTimeText("2026-10-25T02:30:00+02:00")).toBe("25 ottobre 2026, ore 02:30");
    expect(localTimeText("2026-10-25T02:30:00+01:00")).toBe("25 ottobre 2026, ore 02:30");
    expect(localTimeText("2026-03-29 03:15")).toBe("29 marzo 2026, ore 03:15");
    expect(integer(1_234_567)).toBe("1.234.567");
  });
});

import { describe, expect, it } from "vitest";
import { readSelection, selectedDays, selectionQuery } from "../../../../src/feedback/report/selection.ts";

const KNOWN = { pages: new Set(["/servizi/"]), languages: new Set(["it", "en"]) };

describe("a selection", () => {
  it("takes what was said since a page's last change, if nothing is chosen", () => {
    expect(readSelection({ page: "", since: "" }, KNOWN)).toEqual({
      selection: { period: "change" },
      problems: [],
    });
  });

  it("is the same after it was written into an address", () => {
    const { selection } = readSelection({ since: "2026-03-29", page: "/servizi/", lang: "en" }, KNOWN);
    const texts = Object.fromEntries(new URLSearchParams(selectionQuery(selection)));
    expect(readSelection(texts, KNOWN).selection).toEqual(selection);
  });

  it.each([
    [{ since: "31/12/2026" }, "«31/12/2026» non è un giorno"],
    [{ until: "2026-02-30" }, "«2026-02-30» non è un giorno"],
    [{ period: "ever" }, "«ever» non è un periodo"],
    [{ page: "/nessuna/" }, "«/nessuna/» non è una pagina"],
    [{ lang: "xx" }, "«xx» non è una lingua"],
    [{ since: "2026-12-02", until: "2026-12-01" }, "prima di cominciare"],
  ])("says what it cannot obey in %o, and obeys the rest", (texts, problem) => {
    const { selection, problems } = readSelection({ period: "year", ...texts }, KNOWN);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(["year", "change"]).toContain(selection.period);
  });

  it("of a year has 365 days, and of a change none", () => {
    expect(selectedDays({ period: "year" }, "2026-11-30")).toEqual({
      since: "2025-12-01",
      until: "2026-11-30",
    });
    expect(selectedDays({ period: "change" }, "2026-11-30")).toEqual({});
    expect(selectedDays({ period: "year", until: "2026-01-31" }, "2026-11-30")).toEqual({
      until: "2026-01-31",
    });
  });
});

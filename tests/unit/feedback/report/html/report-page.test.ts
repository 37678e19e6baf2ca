import { describe, expect, it } from "vitest";
import { reportPage } from "../../../../../src/feedback/report/html/report-page.ts";
import { attributeOf, parseHtml, textOf } from "../../../../../src/site-checks/document.ts";
import { sampleContext, sampleReport } from "../../../../support/report-sample.ts";
import { problemsOf } from "./written-page.ts";

const HOSTILE = `<script>alert("1")</script>'&`;

const SAMPLES = {
  "a site": sampleReport(),
  "a site that nobody has rated": sampleReport({ ratings: 0 }),
  "a site with a few ratings": sampleReport({ ratings: 3 }),
  "a site without pages": sampleReport({ pages: 0 }),
  "a site with one page": sampleReport({ pages: 1 }),
  "a site with 300 pages": sampleReport({ pages: 300 }),
  "one page": sampleReport({ selection: { page: "/servizi/pagina-1/" } }),
};

const parsed = async (...parameters: Parameters<typeof reportPage>) =>
  parseHtml(await reportPage(...parameters));

describe.each(Object.entries(SAMPLES))("the report of %s", (_name, report) => {
  it("is valid HTML that does nothing by itself", async () => {
    expect(await problemsOf(await reportPage(report, sampleContext()))).toEqual([]);
  });
});

describe("reportPage", () => {
  it("says what the reader did not get, and shows the rest", async () => {
    const page = await parsed(sampleReport(), sampleContext({ problems: ["«31» non è un giorno"] }));

    expect(textOf(page.querySelector(".report-problems"))).toContain("«31» non è un giorno");
    expect(page.querySelectorAll(".report-card")).not.toHaveLength(0);
  });

  it("keeps the choice of the reader in its form, its links and its exports", async () => {
    const report = sampleReport({ selection: { period: "year", lang: "en" } });
    const page = await parsed({ ...report, alerts: [] }, sampleContext());

    const addresses = page.querySelectorAll("main a").map((link) => attributeOf(link, "href") ?? "");
    const own = addresses.filter((address) => /^\/api\/report(?:\.\w+)?\?/.test(address));
    expect(own).toEqual(expect.arrayContaining(["/api/report.csv?period=year&lang=en"]));
    for (const address of own) expect(address).toMatch(/\?period=year&(?:page=[^&]+&)?lang=en$/);
    expect(page.querySelectorAll("option[selected]").map((option) => textOf(option))).toEqual([
      "Gli ultimi 12 mesi",
      "Tutte le pagine",
      "Inglese",
    ]);
  });

  it("shows the alerts that say something, with the way to their page", async () => {
    const alerts = [
      { kind: "drop", page: "/servizi/pagina-1/", day: "2026-11-20", detail: "I voti sono scesi." },
      { kind: "silence", page: "", day: "2026-11-12", detail: "Non arriva nessuna valutazione." },
      { kind: "retention", page: "", day: "2026-11-12", detail: "" },
    ];
    const page = await parsed({ ...sampleReport(), alerts }, sampleContext());

    const [first, second, ...others] = page.querySelectorAll(".report-alerts li");
    expect(textOf(first)).toBe("20 novembre 2026. I voti sono scesi. Guarda le valutazioni");
    expect(attributeOf(first?.querySelector("a"), "href")).toBe("/api/report?page=%2Fservizi%2Fpagina-1%2F");
    expect(textOf(second)).toBe("12 novembre 2026. Non arriva nessuna valutazione.");
    expect(others).toEqual([]);
  });

  it("as a file needs nothing of the server, and has its exports beside it", async () => {
    const page = await parsed(
      sampleReport(),
      sampleContext({ isFile: true, siteUrl: "https://comune.example" }),
    );

    const addresses = page.querySelectorAll("a, link").map((link) => attributeOf(link, "href") ?? "");
    expect(addresses).toEqual(expect.arrayContaining(["report.csv", "report.json"]));
    expect(addresses.filter((address) => address.startsWith("/"))).toEqual([]);
    expect(page.querySelectorAll("form")).toEqual([]);
  });

  it("shows hostile titles and alerts as text", async () => {
    const report = sampleReport();
    const [first] = report.pages;
    const page = await reportPage(
      {
        ...report,
        site: { ...report.site, title: HOSTILE, authority: HOSTILE },
        pages: first ? [{ ...first, title: HOSTILE, page: `/"${HOSTILE}/` }] : [],
        alerts: [{ kind: "new", page: HOSTILE, day: "2026-11-20", detail: HOSTILE }],
      },
      sampleContext({ problems: [HOSTILE], pages: [{ source: HOSTILE, title: HOSTILE }] }),
    );

    expect(await problemsOf(page)).toEqual([]);
    expect(textOf(parseHtml(page).querySelector(".report-card h3"))).toBe(HOSTILE);
  });
});

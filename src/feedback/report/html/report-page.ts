import { html } from "hono/html";
import type { Report } from "../report.ts";
import { selectionQuery } from "../selection.ts";
import { ADDRESSES, withQuery } from "./addresses.ts";
import { chartFigure } from "./chart.ts";
import { languageSection, revisionSection } from "./comparisons.ts";
import { distributionChart } from "./distribution-chart.ts";
import { documentOf } from "./document.ts";
import type { Html, PageContext } from "./document.ts";
import { intervalChart } from "./interval-chart.ts";
import { momentText } from "./italian.ts";
import { pageSection } from "./page-list.ts";
import { alertSection, summary } from "./report-summary.ts";
import { selectionForm, selectionText } from "./selection-form.ts";
import { trendChart } from "./trend-chart.ts";

/** Writes the report of what citizens said, as a whole document. */
export async function reportPage(report: Report, context: PageContext): Promise<string> {
  const { site, made, selection, pages } = report;
  const titles = new Map([
    ...pages.map(({ page, title }) => [page, title] as const),
    ...context.pages.map(({ source, title }) => [source, title] as const),
  ]);
  const titleOf = (page: string) => titles.get(page) ?? page;
  const main = html`<p class="lead">${selectionText(selection, titleOf)}</p>
    <p class="updated">Rapporto del ${momentText(made)}.</p>
    ${context.isFile ? "" : selectionForm(selection, context)} ${summary(report, context)}
    ${alertSection(report, context)} ${pageSection(report, context)} ${chartSection(report)}
    ${languageSection(report)} ${revisionSection(report)} ${exportSection(report, context)} ${readingNote()}`;
  return documentOf({ site, tab: "report", title: "Rapporto sui pareri", main }, context);
}

/** The charts that have something to show. */
function chartSection({ weeks, figures, pages }: Report): Html | "" {
  const charts = [trendChart(weeks), distributionChart(figures), intervalChart(pages)];
  const figuresOfCharts = charts.flatMap((chart) => (chart === undefined ? [] : [chartFigure(chart)]));
  if (figuresOfCharts.length === 0) return "";
  return html`<section class="d-print-none" aria-labelledby="grafici">
    <h2 id="grafici">Le valutazioni in grafici</h2>
    <div class="report-charts">${figuresOfCharts}</div>
  </section>`;
}

function exportSection({ selection }: Report, { isFile }: PageContext): Html {
  const query = selectionQuery(selection);
  const file = (address: string, name: string) => (isFile ? name : withQuery(address, query));
  return html`<section class="report-exports d-print-none" aria-labelledby="scarica">
    <h2 id="scarica">Scarica o stampa</h2>
    <ul>
      <li>
        <a href="${file(ADDRESSES.csv, "report.csv")}"
          >Tutte le valutazioni scelte (CSV, per un foglio di calcolo)</a
        >
      </li>
      <li><a href="${file(ADDRESSES.json, "report.json")}">Questo rapporto (JSON, per un programma)</a></li>
      <li>Per la riunione, stampa questa pagina: viene un foglio A4.</li>
    </ul>
  </section>`;
}

function readingNote(): Html {
  return html`<details class="report-choice d-print-none">
    <summary>Come leggere questi numeri</summary>
    <ul>
      <li>Un voto alto è di 4 o 5 stelle: per chi lo dà la pagina è chiara.</li>
      <li>
        Chi valuta è una parte di chi legge. «Fra il 74 % e l’83 %» dice dove sta, quasi sempre, il valore
        vero: con poche valutazioni i due numeri sono lontani.
      </li>
      <li>
        In cima c’è la pagina che va male con più certezza: due voti bassi dicono meno di cinquanta. Il voto
        medio compare da 30 valutazioni in su.
      </li>
      <li>Le traduzioni contano con la loro pagina italiana.</li>
    </ul>
  </details>`;
}

import { html } from "hono/html";
import type { PageReport, Report } from "../report.ts";
import { selectionQuery } from "../selection.ts";
import { ADDRESSES, addressOf } from "./addresses.ts";
import { chartFigure } from "./chart.ts";
import { distributionChart } from "./distribution-chart.ts";
import { documentOf } from "./document.ts";
import type { Html, PageContext } from "./document.ts";
import { intervalChart } from "./interval-chart.ts";
import { capitalised, dayText, integer, languageName, momentText, percent, quantity } from "./italian.ts";
import { newCommentsLink, pageCard, pageLink } from "./page-card.ts";
import { selectionForm, selectionText } from "./selection-form.ts";
import { dataTable, foldedIfLong } from "./table.ts";
import { trendChart } from "./trend-chart.ts";
import { figuresText, isEnough, rangeText } from "./words.ts";

/** How many pages have a card of their own. The others stand in a table. */
const MAX_CARDS = 20;

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
    ${alertSection(report, titleOf)} ${chartSection(report)} ${pageSection(report, context)}
    ${languageSection(report)} ${revisionSection(report)} ${exportSection(report, context)} ${readingNote()}`;
  return documentOf({ site, tab: "report", title: "Rapporto sui pareri", main }, context);
}

/** The whole in words, before any chart. */
function summary(report: Report, context: PageContext): Html {
  const { figures, suspects } = report;
  return html`<section class="report-summary" aria-labelledby="in-breve">
    <h2 id="in-breve">In breve</h2>
    <p class="report-words">${figuresText(figures, "le pagine sono chiare")}</p>
    ${commentsParagraph(report, context)}
    ${
      suspects === 0
        ? ""
        : html`<p>
            ${quantity(suspects, "valutazione sospetta è a parte e non conta", "valutazioni sospette sono a parte e non contano")}.
          </p>`
    }
  </section>`;
}

/** How many comments the office has to look at, with the way to them. */
function commentsParagraph({ comments, selection }: Report, { isFile }: PageContext): Html {
  if (comments.new + comments.inHand === 0) return html`<p>Nessun commento aspetta.</p>`;
  const { page, lang, since, until } = selection;
  const address = addressOf(ADDRESSES.comments, { state: "new", page, lang, since, until });
  const waiting = quantity(comments.new, "commento da vedere", "commenti da vedere");
  return html`<p>
    ${isFile ? waiting : html`<a href="${address}">${waiting}</a>`}, ${integer(comments.inHand)} in carico.
  </p>`;
}

function alertSection({ alerts }: Report, titleOf: (page: string) => string): Html {
  return html`<section aria-labelledby="da-guardare">
    <h2 id="da-guardare">Da guardare</h2>
    ${
      alerts.length === 0
        ? html`<p>Nessun avviso negli ultimi 30 giorni.</p>`
        : html`<ul class="report-alerts">
            ${alerts.map(
              ({ page, day, detail }) =>
                html`<li>
                  <strong>${page === "" ? "Tutto il sito" : titleOf(page)}</strong>, ${dayText(day)}:
                  ${detail}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
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

function pageSection({ pages, selection }: Report, context: PageContext): Html {
  const rated = pages.filter(({ figures }) => figures.ratings > 0);
  const unrated = pages.filter(({ figures }) => figures.ratings === 0);
  const cards = rated.slice(0, MAX_CARDS);
  const others = rated.slice(MAX_CARDS);
  return html`<section class="report-pages" aria-labelledby="pagine">
    <h2 id="pagine">
      ${selection.page === undefined ? "Le pagine, prima quelle da migliorare" : "La pagina"}
    </h2>
    <ol class="report-cards">
      ${cards.map((page) => html`<li>${pageCard(page, selection, context)}</li>`)}
    </ol>
    <div class="d-print-none">
      ${others.length === 0 ? "" : otherPages(others, selection, context)}
      ${unrated.length === 0 ? "" : unratedPages(unrated, selection, context)}
    </div>
  </section>`;
}

function otherPages(
  pages: readonly PageReport[],
  selection: Report["selection"],
  context: PageContext,
): Html {
  return dataTable(
    "Le altre pagine",
    [
      { header: "Pagina" },
      { header: "Valutazioni", isNumber: true },
      { header: "4 e 5 stelle", isNumber: true },
      { header: "Commenti" },
    ],
    pages.map((page) => [
      pageLink(page, selection, context),
      integer(page.figures.ratings),
      shareCell(page.figures),
      newCommentsLink(page, context),
    ]),
  );
}

function shareCell(figures: Report["figures"]): string {
  const { share } = figures;
  return share !== null && isEnough(figures)
    ? `${percent(share.value)}, ${rangeText(share)}`
    : "poche per dirlo";
}

function unratedPages(
  pages: readonly PageReport[],
  selection: Report["selection"],
  context: PageContext,
): Html {
  const list = html`<ul>
    ${pages.map((page) => html`<li>${pageLink(page, selection, context)}</li>`)}
  </ul>`;
  return html`<h3>Ancora senza valutazioni</h3>
    ${foldedIfLong(pages.length, list, quantity(pages.length, "pagina", "pagine"))}`;
}

function languageSection({ languages }: Report): Html | "" {
  if (languages.length < 2) return "";
  return html`<section class="d-print-none" aria-labelledby="lingue">
    <h2 id="lingue">Le lingue</h2>
    ${dataTable(
      "Valutazioni per lingua",
      [
        { header: "Lingua" },
        { header: "Valutazioni", isNumber: true },
        { header: "4 e 5 stelle", isNumber: true },
      ],
      languages.map(({ lang, figures }) => [
        capitalised(languageName(lang)),
        integer(figures.ratings),
        shareCell(figures),
      ]),
    )}
  </section>`;
}

function revisionSection({ revisions }: Report): Html | "" {
  if (revisions.length === 0) return "";
  return html`<section class="d-print-none" aria-labelledby="modifiche">
    <h2 id="modifiche">Prima e dopo ogni modifica</h2>
    ${dataTable(
      "Valutazioni sulle parole che la pagina aveva",
      [
        { header: "Parole" },
        { header: "Lingua" },
        { header: "Valutazioni", isNumber: true },
        { header: "4 e 5 stelle", isNumber: true },
      ],
      revisions.map(({ firstDay, isCurrent, lang, figures }) => [
        `${firstDay === null ? "Da un giorno non registrato" : `Dal ${dayText(firstDay)}`}${isCurrent ? " (adesso)" : ""}`,
        capitalised(languageName(lang)),
        integer(figures.ratings),
        shareCell(figures),
      ]),
    )}
  </section>`;
}

function exportSection({ selection }: Report, { isFile }: PageContext): Html {
  const query = selectionQuery(selection);
  const file = (address: string, name: string) => {
    if (isFile) return name;
    return query === "" ? address : `${address}?${query}`;
  };
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

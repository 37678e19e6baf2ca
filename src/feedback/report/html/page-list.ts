import { html } from "hono/html";
import type { PageReport, Report } from "../report.ts";
import type { Html, PageContext } from "./document.ts";
import { integer, quantity } from "./italian.ts";
import { newCommentsLink, pageCard, pageLink } from "./page-card.ts";
import { dataTable, foldedIfLong } from "./table.ts";
import { shareText } from "./words.ts";

/** How many pages have a card of their own. The others stand in a table. */
const MAX_CARDS = 10;

/** The pages, the worst first: cards, then a table, then those that nobody has rated. */
export function pageSection({ pages, selection }: Report, context: PageContext): Html {
  const rated = pages.filter(({ figures }) => figures.ratings > 0);
  const unrated = pages.filter(({ figures }) => figures.ratings === 0);
  const cards = rated.slice(0, MAX_CARDS);
  const others = rated.slice(MAX_CARDS);
  return html`<section class="report-pages" aria-labelledby="pagine">
    <h2 id="pagine">
      ${selection.page === undefined ? "Le pagine, prima quelle da migliorare" : "La pagina"}
    </h2>
    ${
      cards.length === 0
        ? ""
        : html`<ol class="report-cards">
            ${cards.map((page) => html`<li>${pageCard(page, selection, context)}</li>`)}
          </ol>`
    }
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
      shareText(page.figures),
      newCommentsLink(page, context),
    ]),
  );
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

import { html } from "hono/html";
import type { Report } from "../report.ts";
import { ADDRESSES, addressOf } from "./addresses.ts";
import type { Html, PageContext } from "./document.ts";
import { dayText, integer, quantity } from "./italian.ts";
import { figuresText } from "./words.ts";

/** The whole in words, before any chart. */
export function summary(report: Report, context: PageContext): Html {
  const { figures, suspects, selection } = report;
  const clear = selection.page === undefined ? "le pagine sono chiare" : "la pagina è chiara";
  return html`<section class="report-summary" aria-labelledby="in-breve">
    <h2 id="in-breve">In breve</h2>
    <p class="report-words">${figuresText(figures, clear)}</p>
    ${commentsParagraph(report, context)} ${suspects === 0 ? "" : suspectsParagraph(suspects, context)}
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

function suspectsParagraph(suspects: number, { isFile }: PageContext): Html {
  const text = quantity(suspects, "valutazione sospetta", "valutazioni sospette");
  return html`<p>
    A parte, senza contare: ${isFile ? text : html`<a href="${ADDRESSES.suspects}">${text}</a>`}.
  </p>`;
}

/** What the alerts of the last weeks ask somebody to look at. Their sentences name the page. */
export function alertSection({ alerts }: Report, { isFile, pages }: PageContext): Html {
  const told = alerts.filter(({ detail }) => detail !== "");
  const isKnown = (page: string) => !isFile && pages.some(({ source }) => source === page);
  return html`<section aria-labelledby="da-guardare">
    <h2 id="da-guardare">Da guardare</h2>
    ${
      told.length === 0
        ? html`<p>Nessun avviso negli ultimi 30 giorni.</p>`
        : html`<ul class="report-alerts">
            ${told.map(
              ({ page, day, detail }) =>
                html`<li>
                  <strong>${dayText(day)}.</strong> ${detail} ${isKnown(page) ? pageReportLink(page) : ""}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function pageReportLink(page: string): Html {
  const address = addressOf(ADDRESSES.report, { page });
  return html`<a class="d-print-none" href="${address}">Guarda le valutazioni</a>`;
}

import { html } from "hono/html";
import type { Report } from "../report.ts";
import type { Html } from "./document.ts";
import { capitalised, dayText, integer, languageName } from "./italian.ts";
import { dataTable } from "./table.ts";
import { shareText } from "./words.ts";

/** The languages of what was rated, if there are several. */
export function languageSection({ languages }: Report): Html | "" {
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
        shareText(figures),
      ]),
    )}
  </section>`;
}

/** What was said of the words that a page had, from one change to the next. */
export function revisionSection({ revisions }: Report): Html | "" {
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
        shareText(figures),
      ]),
    )}
  </section>`;
}

import { html } from "hono/html";
import type { Figures } from "../figures.ts";
import type { PageReport } from "../report.ts";
import { selectionQuery } from "../selection.ts";
import type { Selection } from "../selection.ts";
import { ADDRESSES, addressOf, withQuery } from "./addresses.ts";
import type { Html, PageContext } from "./document.ts";
import { dayText, integer, languageName, quantity } from "./italian.ts";
import { answerLabel } from "./labels.ts";
import { changeText, figuresText, readabilityText } from "./words.ts";

const LIST = new Intl.ListFormat("it", { type: "conjunction" });

/** How many answers a card among others shows. */
const MAX_ANSWERS = 3;

/** What is known of a page, for whoever mends it. */
export function pageCard(page: PageReport, selection: Selection, context: PageContext): Html {
  return html`<article class="report-card">
    <h3>${pageLink(page, selection, context)}</h3>
    <p class="report-words">${figuresText(page.figures, "la pagina è chiara")}</p>
    ${changeParagraph(page)}
    ${answerList(page.figures, selection.page === undefined ? MAX_ANSWERS : Infinity)} ${facts(page, context)}
    ${
      page.isGone
        ? ""
        : html`<p class="d-print-none">
            <a href="${context.siteUrl}${page.page}">Apri la pagina pubblica</a>
          </p>`
    }
  </article>`;
}

/** The title of a page. It leads to the report of this page alone. */
export function pageLink(
  { page, title }: Pick<PageReport, "page" | "title">,
  selection: Selection,
  { isFile }: PageContext,
): Html {
  if (isFile) return html`${title}`;
  return html`<a href="${withQuery(ADDRESSES.report, selectionQuery({ ...selection, page }))}">${title}</a>`;
}

/** How many comments wait, with the way to them. */
export function newCommentsLink(
  { newComments, page }: Pick<PageReport, "newComments" | "page">,
  { isFile }: PageContext,
): Html {
  const text = quantity(newComments, "commento da vedere", "commenti da vedere");
  if (isFile || newComments === 0) return html`${text}`;
  return html`<a href="${addressOf(ADDRESSES.comments, { state: "new", page })}">${text}</a>`;
}

function changeParagraph(page: PageReport): Html | "" {
  const text = changeText(page);
  return text === undefined ? "" : html`<p>${text}</p>`;
}

/** The answers that were chosen most often. */
function answerList({ answers }: Figures, limit: number): Html | "" {
  const chosen = Object.entries(answers)
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit);
  if (chosen.length === 0) return "";
  return html`<ul class="report-answers">
    ${chosen.map(([answer, posts]) => html`<li>${answerLabel(answer)}: <strong>${integer(posts)}</strong></li>`)}
  </ul>`;
}

/** What is known of a page apart from its ratings. */
function facts(page: PageReport, context: PageContext): Html {
  const { changed, daysSinceChange, gulpease, staleLanguages, brokenLinks, newComments, isGone } = page;
  const entries: (readonly [string, string | Html])[] = [];
  if (page.figures.ratings > 0)
    entries.push(["Voti da 5 stelle a 1", page.figures.distribution.toReversed().map(integer).join(", ")]);
  if (isGone) entries.push(["Sul sito", "La pagina non c’è più"]);
  if (changed !== null && daysSinceChange !== null)
    entries.push(["Ultima modifica", `${dayText(changed)}, ${sinceText(daysSinceChange)}`]);
  if (gulpease !== null)
    entries.push(["Leggibilità", `${Math.floor(gulpease)} su 100 (Gulpease): ${readabilityText(gulpease)}`]);
  if (staleLanguages.length > 0)
    entries.push(["Traduzioni da aggiornare", LIST.format(staleLanguages.map(languageName))]);
  if (brokenLinks !== null) entries.push(["Collegamenti", brokenLinks]);
  if (newComments > 0) entries.push(["Commenti", newCommentsLink(page, context)]);
  return html`<dl class="report-facts">
    ${entries.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function sinceText(days: number): string {
  if (days === 0) return "oggi";
  return days === 1 ? "ieri" : `${integer(days)} giorni fa`;
}

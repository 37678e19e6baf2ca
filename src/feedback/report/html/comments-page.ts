import { html, raw } from "hono/html";
import { MAX_REASON_LENGTH } from "../handling.ts";
import { STATES } from "../posts.ts";
import type { ReportedPost, State } from "../posts.ts";
import type { Report } from "../report.ts";
import { queryOf } from "../selection.ts";
import { ADDRESSES, addressOf } from "./addresses.ts";
import type { CommentsFilter } from "./addresses.ts";
import { documentOf } from "./document.ts";
import type { Html, PageContext } from "./document.ts";
import { foldedForm, inputField, selectField } from "./fields.ts";
import { integer, languageName, localTimeText } from "./italian.ts";
import { answerLabel, ratingLabel, STATE_LABELS } from "./labels.ts";
import { languageField, pageField } from "./selection-form.ts";

/** What the queue of comments shows. */
export interface CommentsView {
  site: Report["site"];
  filter: CommentsFilter;
  /** How many comments are in each state. */
  counts: Report["comments"];
  /** One part of the comments that match. */
  comments: readonly ReportedPost[];
  /** Whether a comment is about the words that its page has now. */
  isCurrent: (post: ReportedPost) => boolean;
  /** The title of a page, by its address in any language. */
  titleOf: (page: string) => string;
  /** After which post the next part begins, if there is one. */
  next: string | undefined;
  /** After which post this part began. */
  after?: string | undefined;
  /** What was just done. */
  notice?: string | undefined;
}

/** Writes the queue of comments, as a whole document. */
export async function commentsPage(view: CommentsView, context: PageContext): Promise<string> {
  const { site, filter, comments, next, notice } = view;
  const main = html`${notice === undefined ? "" : html`<p class="report-notice" role="status">${notice}</p>`}
    <p class="lead">
      Che cosa scrivono i cittadini, e che cosa ne fate. I dati personali che un programma riconosce sono già
      coperti.
    </p>
    ${stateList(view)} ${filterForm(filter, context)}
    <section aria-labelledby="elenco">
      <h2 id="elenco">${filter.state === undefined ? "Tutti i commenti" : STATE_LABELS[filter.state]}</h2>
      ${
        comments.length === 0
          ? html`<p>Nessun commento per questa scelta.</p>`
          : html`<ol class="report-cards report-comments">
              ${comments.map((post) => html`<li>${commentCard(post, view, context)}</li>`)}
            </ol>`
      }
      ${
        next === undefined
          ? ""
          : html`<p>
              <a
                class="btn btn-outline-primary"
                href="${addressOf(ADDRESSES.comments, { ...filter, after: next })}"
                >Commenti più vecchi</a
              >
            </p>`
      }
      <p><a href="${addressOf(ADDRESSES.commentsCsv, { ...filter })}">Scarica (CSV)</a></p>
    </section>`;
  return documentOf({ site, tab: "comments", title: "Commenti", main }, context);
}

/** The states, each with the way to its comments. */
function stateList({ filter, counts }: CommentsView): Html {
  const { new: waiting, inHand, done, declined } = counts;
  const numbers: Record<State, number> = { new: waiting, "in-hand": inHand, done, declined };
  const entries = [
    ...STATES.map((state) => ({ state, label: STATE_LABELS[state], count: numbers[state] })),
    { state: undefined, label: "Tutti", count: waiting + inHand + done + declined },
  ];
  return html`<nav aria-label="Commenti per stato">
    <ul class="report-states">
      ${entries.map(({ state, label, count }) => {
        const address = addressOf(ADDRESSES.comments, { ...filter, state });
        const current = state === filter.state ? raw('aria-current="page"') : "";
        return html`<li><a href="${address}" ${current}>${label} (${integer(count)})</a></li>`;
      })}
    </ul>
  </nav>`;
}

function filterForm(filter: CommentsFilter, { pages, languages, problems }: PageContext): Html {
  const { state, words, page, lang, since, until } = filter;
  const form = html`<form class="report-form" method="get" action="${ADDRESSES.comments}" role="search">
    ${selectField("state", "Stato", state, [
      ["", "Tutti"],
      ...STATES.map((known) => [known, STATE_LABELS[known]] as const),
    ])}
    ${inputField("words", "Parole nel commento", words, "search")} ${pageField(page, pages)}
    ${languageField(lang, languages)} ${inputField("since", "Dal giorno", since, "date")}
    ${inputField("until", "Fino al giorno", until, "date")}
    <p><button class="btn btn-primary" type="submit">Cerca</button></p>
  </form>`;
  const isUsed = [words, page, lang, since, until].some((chosen) => chosen !== undefined);
  return foldedForm("Cerca e scegli", isUsed || problems.length > 0, form);
}

/** A comment with what it is about. Its text is a stranger’s, and shown as nothing else. */
function commentCard(post: ReportedPost, view: CommentsView, { siteUrl }: PageContext): Html {
  const { id, time, page, lang, rating, answer, comment, state, reason } = post;
  const heading = `Commento del ${localTimeText(time)}`;
  return html`<article class="report-card" aria-labelledby="c-${id}">
    <h3 id="c-${id}">${heading}</h3>
    <blockquote lang="${lang}" dir="auto">${comment ?? ""}</blockquote>
    <p>
      <a href="${siteUrl}${page}">${view.titleOf(page)}</a>, in ${languageName(lang)},
      ${view.isCurrent(post) ? "sulle parole di adesso" : "sulle parole di prima"}
    </p>
    <p>${ratingLabel(rating)}${answer === undefined ? "" : html`. ${answerLabel(answer)}`}</p>
    <p class="report-state">
      <strong>${STATE_LABELS[state]}</strong>${reason === undefined ? "" : html`: <bdi>${reason}</bdi>`}
    </p>
    <p class="d-print-none">Codice: ${id}</p>
    ${handlingForms(post, view, heading)}
  </article>`;
}

/** What the button of each state says. Declining has a form of its own, which asks for a reason. */
const BUTTONS: readonly (readonly [Exclude<State, "declined">, string])[] = [
  ["in-hand", "Presa in carico"],
  ["done", "Fatto"],
  ["new", "Di nuovo da vedere"],
];

function handlingForms({ id, state }: ReportedPost, { filter, after }: CommentsView, heading: string): Html {
  const hidden = html`<input type="hidden" name="id" value="${id}" /><input
      type="hidden"
      name="back"
      value="${queryOf({ ...filter, after })}"
    />`;
  const about = html`<span class="visually-hidden">: ${heading}</span>`;
  return html`<div class="report-handling d-print-none">
    <form method="post" action="${ADDRESSES.comments}">
      ${hidden}
      ${BUTTONS.filter(([known]) => known !== state).map(
        ([known, label]) =>
          html`<button class="btn btn-outline-primary" type="submit" name="state" value="${known}">
            ${label}${about}
          </button>`,
      )}
    </form>
    <details>
      <summary>Non si fa${about}</summary>
      <form method="post" action="${ADDRESSES.comments}">
        ${hidden}
        <input type="hidden" name="state" value="declined" />
        <div class="report-field">
          <label for="r-${id}">Perché non si fa? (obbligatorio)</label>
          <input
            type="text"
            id="r-${id}"
            name="reason"
            maxlength="${MAX_REASON_LENGTH}"
            required
            autocomplete="off"
          />
        </div>
        <button class="btn btn-outline-primary" type="submit">Salva il motivo${about}</button>
      </form>
    </details>
  </div>`;
}

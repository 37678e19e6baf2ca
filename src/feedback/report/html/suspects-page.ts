import { html } from "hono/html";
import { SUSPECT_REASONS } from "../../store/confirm-suspicion.ts";
import type { SuspectReason } from "../../store/confirm-suspicion.ts";
import type { SuspectCount, SuspectFilter, SuspectPost } from "../../store/suspects.ts";
import type { Report } from "../report.ts";
import { queryOf } from "../selection.ts";
import { ADDRESSES } from "./addresses.ts";
import { documentOf } from "./document.ts";
import type { Html, PageContext } from "./document.ts";
import { foldedForm, inputField, selectField } from "./fields.ts";
import { localTimeText, quantity } from "./italian.ts";
import { answerLabel, ratingLabel } from "./labels.ts";
import { pageField } from "./selection-form.ts";

/** What the page of suspect posts shows. */
export interface SuspectsView {
  site: Report["site"];
  filter: Omit<SuspectFilter, "ids">;
  /** How many suspect posts match, by day, reason and page. */
  counts: readonly SuspectCount[];
  /** The newest of them. */
  suspects: readonly SuspectPost[];
  /** The title of a page, by its address in any language. */
  titleOf: (page: string) => string;
  /** What was just done. */
  notice?: string | undefined;
}

/** Why a program may have sent a post, for who decides whether it counts. */
const REASONS: Readonly<Record<SuspectReason, string>> = {
  honeypot: "Era pieno un campo che le persone non vedono",
  flood: "Troppe valutazioni della stessa pagina dallo stesso mittente in 24 ore",
  repeated: "Lo stesso testo più volte in un’ora",
  "no-origin": "Non veniva da un browser",
};

/** Writes the page of suspect posts, as a whole document. */
export async function suspectsPage(view: SuspectsView, context: PageContext): Promise<string> {
  const { site, filter, counts, suspects, notice } = view;
  const total = counts.reduce((sum, { posts }) => sum + posts, 0);
  const main = html`${notice === undefined ? "" : html`<p class="report-notice" role="status">${notice}</p>`}
    <p class="lead">
      Forse le ha mandate un programma e non una persona. Per questo sono a parte e non contano. Se ti sembra
      di una persona, falla contare.
    </p>
    ${filterForm(filter, context)}
    <section aria-labelledby="elenco">
      <h2 id="elenco">
        ${
          total === 0
            ? "Nessuna valutazione sospetta"
            : quantity(total, "valutazione sospetta", "valutazioni sospette")
        }
      </h2>
      ${total > suspects.length ? html`<p>Qui ci sono le ${suspects.length} più recenti.</p>` : ""}
      ${
        suspects.length === 0
          ? ""
          : html`<ol class="report-cards report-comments">
              ${suspects.map((post) => html`<li>${suspectCard(post, view, context)}</li>`)}
            </ol>`
      }
    </section>`;
  return documentOf({ site, tab: "suspects", title: "Valutazioni sospette", main }, context);
}

function filterForm(filter: SuspectsView["filter"], { pages, problems }: PageContext): Html {
  const { reason, page, since, until } = filter;
  const form = html`<form class="report-form" method="get" action="${ADDRESSES.suspects}">
    ${selectField("reason", "Motivo", reason, [
      ["", "Tutti i motivi"],
      ...SUSPECT_REASONS.map((reason) => [reason, REASONS[reason]] as const),
    ])}
    ${pageField(page, pages)} ${inputField("since", "Dal giorno", since, "date")}
    ${inputField("until", "Fino al giorno", until, "date")}
    <p><button class="btn btn-primary" type="submit">Mostra</button></p>
  </form>`;
  const isUsed = [reason, page, since, until].some((chosen) => chosen !== undefined);
  return foldedForm("Scegli motivo, pagina e giorni", isUsed || problems.length > 0, form);
}

function suspectCard(post: SuspectPost, { filter, titleOf }: SuspectsView, { siteUrl }: PageContext): Html {
  const { id, time, reason, page, rating, answer, comment } = post;
  const heading = `Valutazione del ${localTimeText(time)}`;
  return html`<article class="report-card" aria-labelledby="s-${id}">
    <h3 id="s-${id}">${heading}</h3>
    ${comment === null ? "" : html`<blockquote dir="auto">${comment}</blockquote>`}
    <p><a href="${siteUrl}${page}">${titleOf(page)}</a></p>
    <p>${ratingLabel(rating)}${answer === null ? "" : html`. ${answerLabel(answer)}`}</p>
    <p>Perché è a parte: ${reasonText(reason)}.</p>
    <p class="d-print-none">Codice: ${id}</p>
    <form method="post" action="${ADDRESSES.suspects}">
      <input type="hidden" name="id" value="${id}" />
      <input type="hidden" name="back" value="${queryOf({ ...filter })}" />
      <button class="btn btn-outline-primary" type="submit">
        Falla contare<span class="visually-hidden">: ${heading}</span>
      </button>
    </form>
  </article>`;
}

function reasonText(reason: string): string {
  return new Map<string, string>(Object.entries(REASONS)).get(reason) ?? reason;
}

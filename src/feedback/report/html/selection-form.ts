import { html } from "hono/html";
import { isSinceChange, selectionQuery } from "../selection.ts";
import type { Selection } from "../selection.ts";
import { ADDRESSES } from "./addresses.ts";
import type { Html, PageContext } from "./document.ts";
import { foldedForm, inputField, selectField } from "./fields.ts";
import { capitalised, dayText, languageName } from "./italian.ts";

/** Which ratings a selection takes, in a sentence. */
export function selectionText(selection: Selection, titleOf: (page: string) => string): string {
  const { page, lang } = selection;
  const where = page === undefined ? "Tutte le pagine" : `La pagina «${titleOf(page)}»`;
  const language = lang === undefined ? "in tutte le lingue" : `solo in ${languageName(lang)}`;
  return `${where}, ${language}, ${periodText(selection)}.`;
}

function periodText(selection: Selection): string {
  const { since, until, page } = selection;
  if (isSinceChange(selection))
    return page === undefined ? "dall’ultima modifica di ogni pagina" : "dalla sua ultima modifica";
  if (since !== undefined && until !== undefined) return `dal ${dayText(since)} al ${dayText(until)}`;
  if (since !== undefined) return `dal ${dayText(since)}`;
  return until === undefined ? "negli ultimi 12 mesi" : `fino al ${dayText(until)}`;
}

/** The form that chooses what the report is about. It is open if something is chosen. */
export function selectionForm(selection: Selection, { pages, languages, problems }: PageContext): Html {
  const { period, since, until, page, lang } = selection;
  const fields = html`<form class="report-form" method="get" action="${ADDRESSES.report}">
    ${selectField("period", "Periodo", period, [
      ["change", "Dall’ultima modifica di ogni pagina"],
      ["year", "Gli ultimi 12 mesi"],
    ])}
    ${inputField("since", "Oppure dal giorno", since, "date")}
    ${inputField("until", "Fino al giorno", until, "date")} ${pageField(page, pages)}
    ${languageField(lang, languages)}
    <p><button class="btn btn-primary" type="submit">Mostra</button></p>
  </form>`;
  const isUsed = problems.length > 0 || selectionQuery(selection) !== "";
  return foldedForm("Scegli periodo, pagina e lingua", isUsed, fields);
}

/** The list of pages to choose from. */
export function pageField(page: string | undefined, pages: PageContext["pages"]): Html {
  return selectField("page", "Pagina", page, [
    ["", "Tutte le pagine"],
    ...pages.map(({ source, title }) => [source, title] as const),
  ]);
}

/** The list of languages to choose from. */
export function languageField(lang: string | undefined, languages: PageContext["languages"]): Html {
  return selectField("lang", "Lingua", lang, [
    ["", "Tutte le lingue"],
    ...languages.map((code) => [code, capitalised(languageName(code))] as const),
  ]);
}

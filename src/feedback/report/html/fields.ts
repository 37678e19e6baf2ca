import { html, raw } from "hono/html";
import type { Html } from "./document.ts";

/** A form that is closed until somebody needs it. */
export function foldedForm(label: string, isOpen: boolean, form: Html): Html {
  return html`<details class="report-choice d-print-none" ${isOpen ? raw("open") : ""}>
    <summary>${label}</summary>
    ${form}
  </details>`;
}

/** A list to choose one from. `options` are pairs of value and text. */
export function selectField(
  name: string,
  label: string,
  chosen: string | undefined,
  options: readonly (readonly [value: string, text: string])[],
): Html {
  return html`<div class="report-field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === (chosen ?? "") ? raw("selected") : ""}>${text}</option>`,
      )}
    </select>
  </div>`;
}

/** A field for a text or a day. */
export function inputField(
  name: string,
  label: string,
  value: string | undefined,
  type: "date" | "search",
): Html {
  return html`<div class="report-field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" value="${value ?? ""}" autocomplete="off" />
  </div>`;
}

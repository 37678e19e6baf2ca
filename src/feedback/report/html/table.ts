import { html } from "hono/html";
import type { Html } from "./document.ts";

/** A column: what heads it, and whether its cells are numbers. */
export interface Column {
  header: string;
  isNumber?: boolean;
}

/**
 * A table of data. It scrolls by itself where it does not fit, so that the page never does.
 * @param rows as many cells as there are columns; the first one heads its row
 */
export function dataTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | Html)[])[],
): Html {
  const align = (index: number) => (columns[index]?.isNumber ? "column-end" : "");
  return html`<section class="table-scroll" tabindex="0" aria-label="Tabella: ${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ header }, index) => html`<th scope="col" class="${align(index)}">${header}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head, ...cells]) =>
            html`<tr>
              <th scope="row">${head}</th>
              ${cells.map((cell, index) => html`<td class="${align(index + 1)}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** How many rows a table may have to be open at once. */
const MAX_OPEN_ROWS = 8;

/** A long table is there for whoever opens it. */
export function foldedIfLong(rows: number, table: Html, label = "I numeri in una tabella"): Html {
  if (rows <= MAX_OPEN_ROWS) return table;
  return html`<details>
    <summary>${label}</summary>
    ${table}
  </details>`;
}

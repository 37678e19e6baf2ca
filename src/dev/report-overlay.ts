/**
 * Shows what the checks found on the page that an editor looks at. Errors are open and
 * announced; warnings are in a small closed box. It never takes the focus. A script makes
 * everything, in a shadow tree with a style sheet of its own, so that neither the page's styles
 * nor its content security policy matter.
 */
import type { Problem } from "../content-model/problems/problem.ts";
import type { DevReport } from "./dev-server.ts";

const RETRY_MS = 1000;
const KEEP_OPEN = "dev-warnings-open";

const STYLE = `
:host { all: initial; }
section { color: #17324d; font: 1rem/1.5 system-ui, sans-serif; text-align: start; }
details { background: #fff; border: 2px solid; box-shadow: 0 0 .75rem #0006; box-sizing: border-box; overflow: auto; position: fixed; z-index: 2147483647; }
.errors { border-color: #a2001d; border-block-start-width: .5rem; inset: 0 0 auto; max-block-size: 66dvh; }
.warnings { border-color: #5c6f82; font-size: .875rem; inset: auto auto .5rem .5rem; max-block-size: 50dvh; max-inline-size: min(40rem, calc(100vw - 1rem)); }
summary { background: #fff; cursor: pointer; font-weight: 600; inset-block-start: 0; padding: .5rem 1rem; position: sticky; }
.errors > summary { color: #a2001d; font-size: 1.125rem; }
summary:focus-visible { outline: 3px solid #000; outline-offset: -3px; }
p, li { margin: 0; max-inline-size: 45rem; overflow-wrap: anywhere; }
p { padding: 0 1rem .5rem; }
ol { margin: 0; padding: 0 1rem 1rem 2.5rem; }
li { padding-block: .375rem; }
code { display: block; font: .875em/1.4 ui-monospace, monospace; }
pre { margin: 0; overflow-wrap: anywhere; padding: 0 1rem 1rem; white-space: pre-wrap; }
@media print { section { display: none; } }
`;

const styleSheet = new CSSStyleSheet();
styleSheet.replaceSync(STYLE);
const shadow = element("div").attachShadow({ mode: "open" });
shadow.adoptedStyleSheets = [styleSheet];
// Screen readers announce what is put into an alert only if the alert was there before.
const alert = element("div", { role: "alert" });
const warningArea = element("div");
shadow.append(
  element("section", { lang: "it", dir: "ltr", "aria-label": "Controllo dei contenuti" }, alert, warningArea),
);
document.body.prepend(shadow.host);

// Keeps the errors from covering the focused element when somebody uses the keyboard.
const height = new ResizeObserver(([entry]) => {
  document.documentElement.style.scrollPaddingBlockStart = `${entry?.target.clientHeight ?? 0}px`;
});
const pagesId = new URL(import.meta.url).searchParams.get("pages");
let shown = "";
connect();

/** Gets the report as soon as the server can be reached, and whenever there is a new one. */
function connect(): void {
  const socket = new WebSocket(location.origin.replace("http", "ws"));
  socket.addEventListener("open", () => void update());
  socket.addEventListener("message", ({ data }) => {
    if ((JSON.parse(String(data)) as { type: string }).type === "eleventy.msg") void update();
  });
  socket.addEventListener("close", () => setTimeout(connect, RETRY_MS));
}

async function update(): Promise<void> {
  const response = await fetch("/.dev/report.json");
  const report = (await response.json()) as DevReport;
  if (report.pagesId === pagesId) show(report);
  else location.reload();
}

function show({ problems, warnings, failure }: DevReport): void {
  const text = JSON.stringify([problems, warnings, failure]);
  if (text === shown) return;
  shown = text;
  height.disconnect();
  if (failure === undefined && problems.length === 0) alert.replaceChildren();
  else alert.replaceChildren(errorBox(problems, failure));
  warningArea.replaceChildren(...(warnings.length === 0 ? [] : [warningBox(warnings)]));
}

function errorBox(problems: readonly Problem[], failure: string | undefined): HTMLElement {
  const count = problems.length === 1 ? "Un errore da correggere" : `${problems.length} errori da correggere`;
  const box = element(
    "details",
    { class: "errors", open: "" },
    element("summary", {}, failure === undefined ? count : "Il programma non riesce a fare le pagine"),
  );
  if (failure !== undefined) {
    box.append(
      element("p", {}, "Se hai cambiato solo testi e dati, mostra queste righe a chi segue il programma:"),
      element("pre", { lang: "en" }, failure),
    );
  }
  if (problems.length > 0) {
    const what = "Così il sito non si pubblica. Correggi e salva: questo avviso se ne va da solo.";
    box.append(element("p", {}, `${what} Sotto, se c'è, vedi l'ultima versione riuscita.`), list(problems));
  }
  height.observe(box);
  return box;
}

/** If the box is open, it stays open while the editor goes through the warnings one by one. */
function warningBox(warnings: readonly Problem[]): HTMLElement {
  const count = warnings.length === 1 ? "Un avviso" : `${warnings.length} avvisi`;
  const box = element("details", { class: "warnings" }, element("summary", {}, count), list(warnings));
  box.open = sessionStorage.getItem(KEEP_OPEN) !== null;
  box.addEventListener("toggle", () => {
    if (box.open) sessionStorage.setItem(KEEP_OPEN, "");
    else sessionStorage.removeItem(KEEP_OPEN);
  });
  return box;
}

function list(found: readonly Problem[]): HTMLElement {
  const items = found.map(({ file, line, message }) =>
    element("li", {}, element("code", {}, `${file}, riga ${line}`), message),
  );
  return element("ol", {}, ...items);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

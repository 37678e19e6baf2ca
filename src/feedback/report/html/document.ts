import { html, raw } from "hono/html";
import type { Report } from "../report.ts";
import { ADDRESSES, addressOf } from "./addresses.ts";

/** A piece of a page, in which `html` has escaped everything. */
export type Html = ReturnType<typeof html>;

/** What a page of the report has beside its data. */
export interface PageContext {
  /** The text of the report's style sheet, which the page inlines as it is. */
  style: string;
  /** What the server did not understand, in Italian sentences. */
  problems: readonly string[];
  /** True for a file beside report.csv and report.json. Nothing in it needs the server. */
  isFile: boolean;
  /** What stands before the address of a public page: empty on the site's own host. */
  siteUrl: string;
  /** The pages that can be chosen, each by its address in the source language. */
  pages: readonly { source: string; title: string }[];
  /** The codes of the languages that can be chosen. */
  languages: readonly string[];
}

/** What is in a page. */
interface Contents {
  site: Report["site"];
  tab: keyof typeof TABS;
  /** The title of the page, which is its heading too. */
  title: string;
  /** What follows the heading. */
  main: Html;
}

const TABS = {
  report: { label: "Rapporto", address: ADDRESSES.report },
  comments: { label: "Commenti", address: addressOf(ADDRESSES.comments, { state: "new" }) },
  suspects: { label: "Sospetti", address: ADDRESSES.suspects },
} as const;

/** Writes a whole document that looks like the site. It needs no script. */
export async function documentOf(
  { site, tab, title, main }: Contents,
  context: PageContext,
): Promise<string> {
  const page = html`<!doctype html>
    <html lang="it">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} - ${site.title}</title>
        ${context.isFile ? "" : html`<link rel="icon" href="/favicon.svg" type="image/svg+xml" />`}
        ${raw(`<style>${context.style}</style>`)}
      </head>
      <body class="${tab === "report" ? "report-sheet" : "report-list"}">
        <nav class="skiplinks d-print-none" aria-label="Vai direttamente a">
          <a href="#main">Vai ai contenuti</a>
        </nav>
        ${header(site, tab, context)}
        <main id="main" tabindex="-1">
          <div class="container">
            <p class="print-only">${site.authority}, ${site.title}</p>
            <h1>${title}</h1>
            ${problemList(context.problems)} ${main}
          </div>
        </main>
      </body>
    </html>`;
  return String(await page);
}

/** Explains what the server did not understand, above what it shows all the same. */
function problemList(problems: readonly string[]): Html | "" {
  if (problems.length === 0) return "";
  return html`<div class="report-notice report-problems" role="alert">
    <p><strong>Non tutto è come lo hai chiesto:</strong></p>
    <ul>
      ${problems.map((problem) => html`<li>${problem}</li>`)}
    </ul>
  </div>`;
}

function header(site: Report["site"], current: keyof typeof TABS, { isFile, siteUrl }: PageContext): Html {
  return html`<header class="it-header-wrapper d-print-none">
    <div class="it-header-slim-wrapper">
      <div class="container it-header-slim-wrapper-content">
        <span class="navbar-brand">${site.authority}</span>
      </div>
    </div>
    <div class="it-header-center-wrapper">
      <div class="container it-header-center-content-wrapper">
        <div class="it-brand-wrapper">
          <a href="${siteUrl}/">
            <span class="it-brand-text">
              <span class="it-brand-title">${site.title}</span>
              <span class="it-brand-tagline">Rapporto sui pareri</span>
            </span>
          </a>
        </div>
      </div>
    </div>
    ${isFile ? "" : tabs(current)}
  </header>`;
}

function tabs(current: keyof typeof TABS): Html {
  const items = Object.entries(TABS).map(([tab, { label, address }]) => {
    const isCurrent = tab === current;
    return html`<li class="nav-item">
      <a class="nav-link" href="${address}" ${isCurrent ? raw('aria-current="page"') : ""}>${label}</a>
    </li>`;
  });
  return html`<nav class="it-header-navbar-wrapper d-print-none" aria-label="Parti del rapporto">
    <div class="container navbar">
      <ul class="navbar-nav">
        ${items}
      </ul>
    </div>
  </nav>`;
}

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Row } from "../../feedback/sql-driver.ts";
import type { BuiltPage, BuiltSite } from "../built-site.ts";
import { about, type Finding } from "../finding.ts";

/** Long enough for a busy machine: what has not come by then does not come. */
const PATIENCE_MS = 15_000;

/** A citizen who fills in the form of a page. */
interface Trial {
  page: BuiltPage;
  script: boolean;
}

/** What each citizen says: the script's rating tells its row from the other's. */
const ratingOf = ({ script }: Trial): number => (script ? 5 : 2);
const COMMENT = "Prova del modulo";

/** The trials of a site: with script and without, a page of each layout and one of each language. */
export function chooseTrials({ pages }: BuiltSite, rated: ReadonlySet<string>): Trial[] {
  const byKind = new Map<string, BuiltPage>();
  for (const page of pages.filter(({ path }) => rated.has(path))) {
    // Services first, for the sheet is what citizens come for: of a language it stands for all pages.
    const isService = page.content?.data.layout === "service";
    for (const kind of [
      `layout ${page.content?.data.layout ?? "list"}`,
      ...(isService ? [`lang ${page.lang}`] : []),
    ])
      if (!byKind.has(kind)) byKind.set(kind, page);
  }
  return [...new Set(byKind.values())].flatMap((page) => [true, false].map((script) => ({ page, script })));
}

/** Fills in each form as a citizen does and looks for thanks. */
export async function tryForms(
  trials: readonly Trial[],
  { facts }: BuiltSite,
  visit: { browser: Browser; url: string; context?: BrowserContextOptions; onTrial: (done: number) => void },
): Promise<Finding[]> {
  const found: [string, string][] = [];
  let done = 0;
  for (const script of [true, false]) {
    const context = await visit.browser.newContext({ ...visit.context, javaScriptEnabled: script });
    const window = await context.newPage();
    window.setDefaultTimeout(PATIENCE_MS);
    for (const trial of trials.filter((candidate) => candidate.script === script)) {
      const { path, lang } = trial.page;
      const thanks = facts.i18n[lang]?.["feedback.thanks"] ?? "";
      await window.goto(visit.url + path);
      const problem = await fillIn(window, trial, thanks).catch(firstLine);
      if (problem !== undefined) found.push([path, `${wayOf(trial)}: ${problem}`]);
      visit.onTrial(++done);
    }
    await context.close();
  }
  return about("Modulo del parere", found);
}

/** Says whether each trial left exactly the row that it was to leave. */
export function rowFindings(trials: readonly Trial[], rows: readonly Row[]): Finding[] {
  const found = trials.flatMap((trial): [string, string][] => {
    const { path, lang } = trial.page;
    const own = rows.filter(
      (row) =>
        row["page"] === path &&
        row["lang"] === lang &&
        row["rating"] === ratingOf(trial) &&
        row["comment"] === COMMENT,
    );
    return own.length === 1
      ? []
      : [[path, `${wayOf(trial)}: ci vuole una riga salvata; qui ce ne sono ${own.length}`]];
  });
  return about("Modulo del parere", found);
}

async function fillIn(window: Page, trial: Trial, thanks: string): Promise<string | undefined> {
  const form = window.locator('[data-element="feedback"]');
  const submit = form.locator("[type=submit]");
  await form.locator(`[data-element="feedback-rate-${ratingOf(trial)}"]`).click();
  if (trial.script) await submit.click();
  await form.locator("textarea").fill(COMMENT);
  await submit.click();
  const place = trial.script ? form.locator("[role=status]") : window.locator("main");
  await place.filter({ hasText: thanks }).waitFor();
  return undefined;
}

function wayOf({ script }: Trial): string {
  return script ? "con JavaScript" : "senza JavaScript";
}

function firstLine(error: unknown): string {
  return `il grazie non arriva (${String(error instanceof Error ? error.message : error).split("\n")[0]})`;
}

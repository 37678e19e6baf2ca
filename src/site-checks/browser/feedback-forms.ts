import { type Browser, type BrowserContextOptions, errors, type Page } from "playwright-core";
import type { Row } from "../../feedback/store/sql-driver.ts";
import type { BuiltPage, BuiltSite } from "../built-site.ts";
import { about, type Finding } from "../finding.ts";

/** A citizen who fills in the form of a page. */
interface Trial {
  page: BuiltPage;
  script: boolean;
}

/** The rating of each trial, which tells the two rows of a page apart. */
const ratingOf = ({ script }: Trial): number => (script ? 5 : 2);
const COMMENT = "Prova del modulo";

/**
 * Chooses the pages to try, each with and without script: one page of each language (a service page
 * if there is one) and one of each layout.
 */
export function chooseTrials({ pages, source }: BuiltSite, rated: ReadonlySet<string>): Trial[] {
  const layoutOf = ({ content }: BuiltPage): string => content?.data.layout ?? "list";
  const candidates = pages.filter(({ path }) => rated.has(path));
  const servicePages = candidates.filter((page) => layoutOf(page) === "service");
  const chosen = new Map<string, BuiltPage>();
  for (const page of [...servicePages, ...candidates]) {
    const kinds = [page.lang, ...(page.lang === source ? [`layout ${layoutOf(page)}`] : [])];
    for (const kind of kinds) if (!chosen.has(kind)) chosen.set(kind, page);
  }
  return [...new Set(chosen.values())].flatMap((page) => [true, false].map((script) => ({ page, script })));
}

/** How the forms are visited. `patienceMs` is how long a missing element is waited for. */
interface FormVisit {
  browser: Browser;
  url: string;
  context?: BrowserContextOptions;
  patienceMs: number;
  onTrial: (done: number, total: number) => void;
}

/** Fills in each form as a citizen does, and reports those that never show the thanks. */
export async function tryForms(
  trials: readonly Trial[],
  { facts }: BuiltSite,
  visit: FormVisit,
): Promise<Finding[]> {
  const found: [string, string][] = [];
  let done = 0;
  for (const script of [true, false]) {
    const context = await visit.browser.newContext({ ...visit.context, javaScriptEnabled: script });
    const window = await context.newPage();
    for (const trial of trials.filter((candidate) => candidate.script === script)) {
      const { path, lang } = trial.page;
      // A fault usually affects every page, so the others get a shorter timeout.
      window.setDefaultTimeout(found.length === 0 ? visit.patienceMs : visit.patienceMs / 5);
      const thanks = facts.i18n[lang]?.["feedback.thanks"] ?? "";
      await window.goto(visit.url + path);
      const problem = await fillIn(window, trial, thanks).catch(failureReason);
      if (problem !== undefined) found.push([path, `${trialName(trial)}: ${problem}`]);
      visit.onTrial(++done, trials.length);
    }
    await context.close();
  }
  return about("Modulo del parere", found);
}

/** Reports the trials that did not leave exactly one row in the database. */
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
      : [[path, `${trialName(trial)}: ci vuole una riga salvata; qui ce ne sono ${own.length}`]];
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

function trialName({ script }: Trial): string {
  return script ? "con JavaScript" : "senza JavaScript";
}

function failureReason(error: unknown): string {
  const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
  return `il grazie non arriva${error instanceof errors.TimeoutError ? "" : ` (${reason})`}`;
}

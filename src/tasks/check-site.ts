import path from "node:path";
import { chromium } from "playwright-core";
import { checkedSite, type CheckedSite } from "../config/build.ts";
import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { loadFeedbackSite } from "../feedback/http/manifest.ts";
import { OperatorError } from "../shared/operator-error.ts";
import { resolveChromium } from "../site-checks/browser/chromium.ts";
import { chooseTrials, rowFindings, tryForms } from "../site-checks/browser/feedback-forms.ts";
import { visitPages } from "../site-checks/browser/visit-pages.ts";
import { type BuiltSite, readBuiltSite } from "../site-checks/built-site.ts";
import { FILE_CHECKS } from "../site-checks/file-checks.ts";
import type { Finding } from "../site-checks/finding.ts";
import { formatFindings } from "../site-checks/report.ts";
import { serveSite } from "../site-checks/served-site.ts";
import { buildSite } from "./build-site.ts";
import { pluralize, printContentReport } from "./content-report.ts";
import { readFeedbackUrl } from "./feedback-url.ts";
import { createProgress } from "./progress.ts";

/** Skips the checks that need a browser, for machines without one. */
const NO_BROWSER = "--no-browser";

/** Long enough for a busy machine. */
const PATIENCE_MS = 20_000;

const progress = createProgress(process.stdout, process.argv);

/** Checks the files of a built site. */
function checkFiles(site: BuiltSite): Promise<Finding[]> {
  return progress.stage("Controlli sui file", async (tell) => {
    const findings: Finding[] = [];
    for (const [index, check] of FILE_CHECKS.entries()) {
      findings.push(...(await check(site)));
      tell(index + 1, FILE_CHECKS.length);
    }
    return findings;
  });
}

/** Checks the site in a browser, served by the real server. */
async function checkInBrowser(site: BuiltSite): Promise<Finding[]> {
  const { manifest } = await loadFeedbackSite(site.folder);
  const served = await serveSite(site.folder);
  const browser = await chromium.launch(await resolveChromium());
  const findings: Finding[] = [];
  const { url } = served;
  const trials = manifest.feedbackUrl === undefined ? chooseTrials(site, new Set(manifest.pages.keys())) : [];
  try {
    const onPages = await progress.stage("Pagine nel browser", (onPage) =>
      visitPages(site, { browser, url, onPage }),
    );
    findings.push(...onPages);
    if (trials.length > 0) {
      const onForms = await progress.stage("Modulo del parere", (onTrial) =>
        tryForms(trials, site, { browser, url, patienceMs: PATIENCE_MS, onTrial }),
      );
      findings.push(...onForms);
    } else {
      console.log(`Il modulo scrive a ${manifest.feedbackUrl}: da qui non si prova.`);
    }
  } finally {
    await browser.close();
    findings.push(...rowFindings(trials, await served.stop()));
  }
  return findings;
}

/** Builds and checks a site. Returns true if nothing is wrong. */
async function check(checked: CheckedSite): Promise<boolean> {
  const folder = path.resolve(process.env["OUTPUT_DIR"] ?? "_site");
  await buildSite(checked, folder, { feedbackUrl: readFeedbackUrl(process.env), progress });
  const site = await readBuiltSite(folder, checked);
  const findings = await checkFiles(site);
  if (process.argv.includes(NO_BROWSER)) console.log("Nel browser non è stato provato niente.");
  else findings.push(...(await checkInBrowser(site)));
  for (const line of formatFindings(findings, checked.pages)) console.error(line);
  if (findings.length > 0)
    console.error(`Sito da correggere: ${pluralize(findings.length, "problema", "problemi")}.`);
  else console.log(`Sito a posto: ${pluralize(site.pages.length, "pagina provata", "pagine provate")}.`);
  return findings.length === 0;
}

// npm run check:site: the content gate. It checks the content, builds the site, and checks what
// every site promises. The exit code is 1 if something must be fixed.
try {
  const loaded = await progress.stage("Contenuti", () => loadSite(siteDirs(process.env)));
  const isRight = await printContentReport(loaded, process.env);
  const site = checkedSite(loaded);
  if (!isRight || !site || !(await check(site))) process.exitCode = 1;
} catch (error) {
  // If it were thrown, the spelling library would catch it and print its own source code first.
  console.error(error instanceof OperatorError ? error.message : error);
  process.exitCode = 1;
}

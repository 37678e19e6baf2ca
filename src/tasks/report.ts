import { createWriteStream } from "node:fs";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { loadFeedbackSite } from "../feedback/http/manifest.ts";
import type { FeedbackSite } from "../feedback/http/manifest.ts";
import { tellReading } from "../feedback/http/report-context.ts";
import { pageContext } from "../feedback/http/report-pages.ts";
import { createLogger } from "../feedback/logger.ts";
import { csvOf } from "../feedback/report/csv.ts";
import { ADDRESSES, addressOf } from "../feedback/report/html/addresses.ts";
import { quantity } from "../feedback/report/html/italian.ts";
import { reportPage } from "../feedback/report/html/report-page.ts";
import { postFilter } from "../feedback/report/post-selection.ts";
import { allPosts } from "../feedback/report/posts.ts";
import { isCurrent, knownNames } from "../feedback/report/rated-pages.ts";
import { readReport } from "../feedback/report/read-report.ts";
import { reportJsonSchema, reportSchema } from "../feedback/report/report.ts";
import type { Report } from "../feedback/report/report.ts";
import { readSelection } from "../feedback/report/selection.ts";
import type { Selection } from "../feedback/report/selection.ts";
import { openReportDatabase } from "../feedback/store/open-database.ts";
import { DatabaseInUseError } from "../feedback/store/pglite-driver.ts";
import { OperatorError } from "../shared/operator-error.ts";
import { romeDay } from "../shared/time-zone.ts";
import { askServer } from "./running-server.ts";

const USAGE = `Il rapporto sui pareri in quattro file: report.html da aprire nel browser e stampare, report.csv con ogni parere,
report.json con i numeri e report.schema.json che li descrive. Funziona con il server acceso o spento.

  npm run feedback:report                                    dall'ultima modifica di ogni pagina
  npm run feedback:report -- --period year                   gli ultimi 12 mesi
  npm run feedback:report -- --since 2026-09-01 --until 2026-09-30
  npm run feedback:report -- --page /servizi/ --lang en      una pagina con le sue traduzioni, o una lingua
  npm run feedback:report -- --output cartella               invece di rapporto/

I file contengono ciò che i cittadini hanno scritto: li può leggere solo chi li ha fatti. Non pubblicarli.`;

/** What a report is made of, wherever it comes from. */
interface ReportParts {
  report: Report;
  csv: AsyncIterable<string | Uint8Array>;
}

interface Options {
  help: boolean;
  output: string;
  texts: Partial<Record<keyof Selection, string>>;
}

/** @throws OperatorError if the arguments are invalid */
function readOptions(): Options {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      options: {
        help: { type: "boolean" },
        output: text,
        period: text,
        since: text,
        until: text,
        page: text,
        lang: text,
      },
    });
    const { help = false, output = "rapporto", ...texts } = values;
    return { help, output, texts };
  } catch {
    throw new OperatorError(`Non capisco queste parole: ${process.argv.slice(2).join(" ")}\n\n${USAGE}`);
  }
}

/** Reads the report from the database, or from the running server if that has the embedded one. */
async function withReport(
  site: FeedbackSite,
  selection: Selection,
  use: (parts: ReportParts) => Promise<void>,
): Promise<void> {
  const { manifest } = site;
  let database;
  try {
    database = await openReportDatabase(process.env);
  } catch (error) {
    if (!(error instanceof DatabaseInUseError)) throw error;
    return use(await askForReport(selection, error));
  }
  try {
    const chosen = { selection, commented: false, state: undefined, words: undefined };
    const posts = allPosts(database, postFilter(manifest, chosen, romeDay(new Date())));
    const report = await readReport(database, manifest, selection);
    await use({ report, csv: csvOf(posts, (post) => isCurrent(manifest, post)) });
    // Where a server would have left a line. Standard output is for who runs the command.
    const logger = createLogger(process.env["LOG_LEVEL"], process.stderr);
    tellReading({ logger }, "command", chosen, report.figures.ratings);
  } finally {
    await database.close();
  }
}

/** The running server has the embedded database, so it gives the report. */
async function askForReport(selection: Selection, inUse: DatabaseInUseError): Promise<ReportParts> {
  const ask = async (path: string): Promise<Response> => {
    const response = await askServer(addressOf(path, { ...selection }), { env: process.env, inUse });
    if (response.ok) return response;
    throw new OperatorError(`The server gave no report (${response.status}). Its log says why.`);
  };
  const report = reportSchema.parse(await (await ask(ADDRESSES.json)).json());
  const { body } = await ask(ADDRESSES.csv);
  return { report, csv: body ?? Readable.from([]) };
}

async function writeReport(folder: string, site: FeedbackSite, { report, csv }: ReportParts): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const page = await reportPage(
    report,
    pageContext({ ...site, style: site.reportStyle, known: knownNames(site.manifest) }, [], true),
  );
  const files = {
    "report.html": page,
    "report.json": `${JSON.stringify(report, undefined, 2)}\n`,
    "report.schema.json": `${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`,
  };
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder, name), text, { mode: 0o600 });
  await pipeline(csv, createWriteStream(join(folder, "report.csv"), { mode: 0o600 }));
}

try {
  const { help, output, texts } = readOptions();
  if (help) {
    console.log(USAGE);
  } else {
    const site = await loadFeedbackSite(process.env["OUTPUT_DIR"] ?? "_site");
    const { selection, problems } = readSelection(texts, knownNames(site.manifest));
    if (problems.length > 0) throw new OperatorError([...problems, "", USAGE].join("\n"));
    await withReport(site, selection, async (parts) => {
      await writeReport(output, site, parts);
      console.log(
        `${quantity(parts.report.figures.ratings, "valutazione", "valutazioni")}: apri ${join(output, "report.html")}`,
      );
    });
  }
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

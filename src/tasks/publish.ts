import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { ratings } from "../content-model/schemas/ratings.ts";
import { loadFeedbackSite } from "../feedback/http/manifest.ts";
import { countRatings } from "../feedback/report/page-counts.ts";
import { publish } from "../feedback/report/published.ts";
import { openReportDatabase } from "../feedback/store/open-database.ts";
import { addDays } from "../shared/opening-hours.ts";
import { OperatorError } from "../shared/operator-error.ts";
import type { PublishedRatings } from "../shared/published-ratings.ts";
import { siteToday } from "../shared/site-today.ts";
import { romeDay } from "../shared/time-zone.ts";
import { pluralize } from "./content-report.ts";

// npm run feedback:publish: once a month, writes the ratings that may be published to
// _data/ratings.json, which the next build shows. Run again in the same month, it changes nothing.

/** The last day of the month before the one that it is in Italy. */
function endOfLastMonth(now: Date): string {
  return addDays(`${romeDay(now).slice(0, 7)}-01`, -1);
}

/** @throws OperatorError if there is a file that this command did not write */
async function readPublished(file: string): Promise<PublishedRatings | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    return ratings.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    throw new OperatorError(
      `${file} non è come questo comando lo scrive: «npm run check:content» dice dove. ` +
        "Rimetti il file della versione precedente, poi riprova.",
      { cause: error },
    );
  }
}

async function write(file: string, published: PublishedRatings): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, `${JSON.stringify(published, null, 2)}\n`);
  await rename(draft, file);
}

function failedDatabase(error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "senza codice";
  throw new OperatorError(
    `Il database ha risposto con un errore (${code}): controlla che sia acceso, e che il login possa leggere i ` +
      "pareri (docs/feedback.md).",
    { cause: error },
  );
}

async function run(env: NodeJS.ProcessEnv): Promise<string> {
  const file = path.join(siteDirs(env).data, "ratings.json");
  const until = endOfLastMonth(siteToday(env));
  const previous = await readPublished(file);
  if (previous && previous.until >= until)
    return `I voti fino al ${previous.until} sono già pubblicati: non cambio niente.`;
  const { manifest } = await loadFeedbackSite(path.resolve(env["OUTPUT_DIR"] ?? "_site"));
  const database = await openReportDatabase(env);
  try {
    const counts = await countRatings(database, manifest, previous, until).catch(failedDatabase);
    const published = publish(previous, counts, until);
    if (!previous && published.pages.length === 0)
      return `Fino al ${until} nessuna pagina ha almeno 5 voti: non pubblico niente.`;
    await write(file, published);
    const pages = pluralize(published.pages.length, "pagina", "pagine");
    return `Scritto ${file}, con i voti di ${pages} fino al ${until}. Vanno in linea con la prossima pubblicazione.`;
  } finally {
    await database.close();
  }
}

try {
  console.log(await run(process.env));
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

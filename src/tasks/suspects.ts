import { parseArgs } from "node:util";
import { createLogger } from "../feedback/logger.ts";
import { isDay } from "../feedback/report/selection.ts";
import { SUSPECT_REASONS } from "../feedback/store/confirm-suspicion.ts";
import { openReportDatabase } from "../feedback/store/open-database.ts";
import type { SqlDriver } from "../feedback/store/sql-driver.ts";
import { countSuspects, listSuspects, restoreSuspects } from "../feedback/store/suspects.ts";
import type { SuspectCount, SuspectFilter, SuspectPost } from "../feedback/store/suspects.ts";
import { findUnusualDays } from "../feedback/store/unusual-days.ts";
import type { UnusualDay } from "../feedback/store/unusual-days.ts";
import { OperatorError } from "../shared/operator-error.ts";

const USAGE = `Pareri sospetti: sono conservati a parte e non contano finché qualcuno non li ripristina.

  npm run feedback:suspects                           quanti sono, per giorno, motivo e pagina, e i giorni insoliti
  npm run feedback:suspects -- --list                 quali sono, con il testo
  npm run feedback:suspects -- --restore ID [ID ...]  falli contare
  npm run feedback:suspects -- --restore --reason flood --since 2026-11-23

Per sceglierne una parte: --reason ${SUSPECT_REASONS.join("|")}, --page /servizi/, --since e --until con il giorno.
Motivi: honeypot = il campo nascosto era pieno; flood = troppi dallo stesso mittente sulla stessa pagina in 24 ore;
repeated = lo stesso testo più volte in un'ora; no-origin = non veniva da un browser.

Un giorno è insolito se una pagina riceve molti più pareri del solito. Contano tutti: sta a te capire perché.`;

const NONE = "Nessun parere sospetto.";

/** PostgreSQL's code for a login that may not do what it asks. */
const NO_RIGHT = "42501";

/** Nobody reads more than this in a terminal. */
const MAX_LISTED = 200;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Options {
  list: boolean;
  restore: boolean;
  help: boolean;
  filter: SuspectFilter;
}

/** @throws OperatorError if the arguments are invalid */
function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArguments(args);
  const { list = false, restore = false, help = false, reason, page, since, until } = values;
  const problems = [
    ...positionals.filter((id) => !UUID.test(id)).map((id) => `"${id}" non è il codice di un parere.`),
    reason !== undefined && !SUSPECT_REASONS.some((known) => known === reason)
      ? `"${reason}" non è un motivo: ${SUSPECT_REASONS.join(", ")}.`
      : "",
    ...[since, until]
      .filter((day) => day !== undefined && !isDay(day))
      .map((day) => `"${String(day)}" non è un giorno: scrivilo così, 2026-11-23.`),
    positionals.length > 0 && !restore ? "I codici servono solo con --restore." : "",
    restore && positionals.length === 0 && reason === undefined && page === undefined && since === undefined
      ? "Di' quali ripristinare: un codice, oppure --reason, --page o --since."
      : "",
  ].filter((problem) => problem !== "");
  if (problems.length > 0) throw new OperatorError([...problems, "", USAGE].join("\n"));
  const ids = positionals.length > 0 ? positionals : undefined;
  return { list, restore, help, filter: { ids, reason, page, since, until } };
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: "boolean" },
        restore: { type: "boolean" },
        help: { type: "boolean" },
        reason: { type: "string" },
        page: { type: "string" },
        since: { type: "string" },
        until: { type: "string" },
      },
    });
  } catch {
    throw new OperatorError(`Non capisco queste parole: ${args.join(" ")}\n\n${USAGE}`);
  }
}

async function run(driver: SqlDriver, { list, restore, filter }: Options): Promise<string> {
  if (restore) return `Pareri ripristinati: ${await restoreSuspects(driver, filter)}.`;
  const counts = await countSuspects(driver, filter);
  if (!list) {
    const unusual = filter.reason === undefined ? await findUnusualDays(driver, filter) : [];
    return [describeCounts(counts), ...describeDays(unusual)].join("\n\n");
  }
  if (counts.length === 0) return NONE;
  const posts = await listSuspects(driver, filter, MAX_LISTED);
  // Whoever reads comments leaves a line. Standard output is for who runs the command.
  const logger = createLogger(process.env["LOG_LEVEL"], process.stderr);
  logger.info({ event: "report", outcome: "read", view: "suspects-command", filter, posts: posts.length });
  const total = counts.reduce((sum, count) => sum + count.posts, 0);
  const rest = `Altri ${total - posts.length}: scegli con --reason, --page, --since, --until.`;
  return [...posts.map(describePost), ...(total > posts.length ? [rest] : [])].join("\n\n");
}

function describeCounts(counts: readonly SuspectCount[]): string {
  if (counts.length === 0) return NONE;
  return counts.map(({ day, reason, page, posts }) => `${day}  ${reason}  ${page}  ${posts}`).join("\n");
}

/** A paragraph about the unusual days, if there are any. */
function describeDays(days: readonly UnusualDay[]): string[] {
  const rounded = (value: number) => value.toLocaleString("it", { maximumFractionDigits: 1 });
  const lines = days.map(
    ({ day, page, posts, usual, rating }) =>
      `${day}  ${page}  ${posts}, di solito ${rounded(usual)} al giorno; voto medio ${rounded(rating)}`,
  );
  return lines.length > 0 ? [["Giorni insoliti, che contano come gli altri:", ...lines].join("\n")] : [];
}

function describePost({ id, time, reason, page, rating, answer, comment }: SuspectPost): string {
  const judgement = [`voto ${rating}`, ...(answer === null ? [] : [answer])].join(", ");
  const lines = [id, `  ${time}  ${reason}  ${page}  ${judgement}`];
  return [...lines, ...(comment === null ? [] : [`  ${printable(comment)}`])].join("\n");
}

/** The text comes from a stranger, so no control or invisible character may reach the terminal. */
function printable(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** What an editor or operator can do about an error of the database. */
function databaseError(error: unknown): OperatorError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "senza codice";
  return new OperatorError(
    code === NO_RIGHT
      ? "Questo login del database non può leggere né spostare i pareri sospetti: in REPORT_DATABASE_URL metti quello " +
          "che legge il rapporto (docs/feedback.md)."
      : `Il database ha risposto con un errore (${code}): controlla che sia acceso e che ci sia spazio, poi riprova.`,
    { cause: error },
  );
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
  } else {
    const database = await openReportDatabase(process.env);
    try {
      console.log(await run(database, options));
    } catch (error) {
      throw databaseError(error);
    } finally {
      await database.close();
    }
  }
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

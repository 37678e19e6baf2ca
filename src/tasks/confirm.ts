import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { withJsonValue } from "../content-model/documents/edit-json.ts";
import { formatProblem } from "../content-model/problems/problem.ts";
import { didYouMean, oneOf, quote } from "../content-model/problems/wording.ts";
import { checkDataFile } from "../content-model/reading/data-file.ts";
import { readData } from "../content-model/reading/read-data.ts";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { readSources, type SiteSources, type SourceFile } from "../content-model/reading/site-sources.ts";
import { trustedUntil } from "../content-model/schemas/checked.ts";
import { contact } from "../content-model/schemas/contacts.ts";
import { OperatorError } from "../shared/operator-error.ts";
import { siteToday } from "../shared/site-today.ts";
import { romeDay } from "../shared/time-zone.ts";

const USAGE = `Conferma: i dati di un contatto sono ancora giusti. Il comando scrive la data di oggi nel suo file.

  npm run confirm -- CONTATTO                  l'ufficio che li conosce li ha riletti oggi
  npm run confirm -- CONTATTO --by "UFFICIO"   la prima volta, o se ora li conosce un altro ufficio`;

interface Options {
  /** Undefined if only the usage is asked for. */
  id: string | undefined;
  by: string | undefined;
}

/** @throws OperatorError if the arguments are invalid */
function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArguments(args);
  if (values.help) return { id: undefined, by: undefined };
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0)
    throw new OperatorError(`Di' quale contatto confermare, uno solo.\n\n${USAGE}`);
  return { id, by: values.by };
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { by: { type: "string" }, help: { type: "boolean" } },
    });
  } catch (error) {
    throw new OperatorError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

/** @throws OperatorError, with the contacts that there are, if this is none of them */
function fileOf(sources: SiteSources, id: string): SourceFile {
  const known = readData(sources).known.contactIds ?? [];
  const source = sources.data.find(({ name }) => name === `contacts/${id}.json`);
  if (source && known.includes(id)) return source;
  throw new OperatorError(
    `contatto sconosciuto: ci vuole ${oneOf(known, "uno")}; qui c'è ${quote(id)}${didYouMean(id, known)}`,
  );
}

/** @throws OperatorError, with all problems of the file, if there are any */
function read({ cache }: SiteSources, source: SourceFile) {
  const { data, problems } = checkDataFile(source, cache, contact);
  if (data) return data;
  throw new OperatorError(
    `Non confermo niente, prima va corretto:\n${problems.map(formatProblem).join("\n")}`,
  );
}

/** The file with the day of the check and, if one is given, the office. */
function confirmed(
  sources: SiteSources,
  source: SourceFile,
  today: string,
  by: string | undefined,
): SourceFile {
  const { checked } = read(sources, source);
  if (!checked && by === undefined)
    throw new OperatorError(`${source.file} non dice ancora chi conosce questi dati.\n\n${USAGE}`);
  const text = Buffer.from(source.bytes).toString("utf8");
  const dated = checked
    ? withJsonValue(text, ["checked", "on"], today)
    : withJsonValue(text, ["checked"], { on: today, by });
  const edited = checked && by !== undefined ? withJsonValue(dated, ["checked", "by"], by) : dated;
  return { ...source, bytes: Buffer.from(edited) };
}

async function run(id: string, by: string | undefined): Promise<string> {
  const dirs = siteDirs(process.env);
  const sources = await readSources(dirs);
  const source = fileOf(sources, id);
  const after = confirmed(sources, source, romeDay(siteToday(process.env)), by);
  const { checked } = read(sources, after);
  if (!checked || Buffer.from(source.bytes).equals(after.bytes))
    return `${source.file}: è già confermato oggi, non cambio niente.`;
  await writeFile(path.resolve(dirs.root, source.file), after.bytes);
  return `${source.file}: confermato il ${checked.on} da ${quote(checked.by)}. Vale fino al ${trustedUntil(checked)}.
Adesso salva questo file con Git, senza altre modifiche:

  git commit --message "Conferma il contatto ${id}" -- "${source.file}"`;
}

try {
  const { id, by } = readOptions(process.argv.slice(2));
  console.log(id === undefined ? USAGE : await run(id, by));
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

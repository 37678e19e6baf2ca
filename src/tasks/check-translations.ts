import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { LoadedSite } from "../content-model/compile-site.ts";
import type { Page } from "../content-model/reading/page.ts";
import { displayPath, type SiteDirs, siteDirs } from "../content-model/reading/site-dirs.ts";
import { readSources } from "../content-model/reading/site-sources.ts";
import { OperatorError } from "../shared/operator-error.ts";
import { acceptTranslations } from "../translations/accept.ts";
import { translationsReport } from "../translations/translations-report.ts";
import { printReport } from "./content-report.ts";

const USAGE = `Traduzioni: quali mancano, quali seguono un testo italiano che è cambiato, e che cosa è cambiato.

  npm run check:translations                         che cosa c'è da fare
  npm run check:translations -- --strict             lo stesso, ma è un errore se c'è da tradurre o da aggiornare
  npm run check:translations -- --accept FILE...     ora queste traduzioni (file o cartelle) seguono il testo italiano;
                                                     una pagina italiana vuol dire: tutte le sue traduzioni
  npm run check:translations -- --accept-all         ora tutte le traduzioni seguono il testo italiano`;

interface Options {
  strict: boolean;
  acceptAll: boolean;
  /** Absolute paths of files and folders to accept. */
  accepted: string[];
  help: boolean;
}

/** @throws OperatorError if the arguments are invalid */
function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArguments(args);
  const { strict = false, accept = false, "accept-all": acceptAll = false, help = false } = values;
  const problem =
    accept && positionals.length === 0
      ? "Di' quali traduzioni accettare: un file, una cartella, oppure --accept-all."
      : !accept && positionals.length > 0
        ? "I nomi dei file servono solo con --accept."
        : undefined;
  if (problem !== undefined) throw new OperatorError(`${problem}\n\n${USAGE}`);
  return { strict, acceptAll, accepted: positionals.map((file) => path.resolve(file)), help };
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        strict: { type: "boolean" },
        accept: { type: "boolean" },
        "accept-all": { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new OperatorError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

/** Records the revisions of the chosen translations, prints which, and returns the updated site. */
async function accept(dirs: SiteDirs, { acceptAll, accepted }: Options): Promise<LoadedSite> {
  const isChosen = (file: string, choice: string): boolean => {
    const absolute = path.resolve(dirs.root, file);
    return absolute === choice || absolute.startsWith(choice + path.sep);
  };
  const { site, written, refused } = acceptTranslations(
    await readSources(dirs),
    (page, source) =>
      acceptAll || accepted.some((choice) => isChosen(page.file, choice) || isChosen(source.file, choice)),
  );
  const known = [...site.pages, ...site.problems];
  const unknown = accepted.find((choice) => !known.some(({ file }) => isChosen(file, choice)));
  if (unknown !== undefined) throw new OperatorError(`«${displayPath(dirs, unknown)}» non è una traduzione.`);
  for (const { page, bytes } of written) await writeFile(path.resolve(dirs.root, page.file), bytes);
  for (const { page } of written) {
    console.log(`${page.file}: ora segue il testo italiano.${reviewNote(page.translation)}`);
  }
  for (const file of refused) console.log(`${file}: non registrata, prima ci sono errori da correggere.`);
  return site;
}

function reviewNote(translation: Page["translation"]): string {
  if (translation?.reviewedBy === undefined) return "";
  return ` ${translation.reviewedBy} l'ha controllata il ${translation.reviewedOn}: se è cambiata, falla controllare di nuovo.`;
}

async function run(options: Options): Promise<void> {
  const dirs = siteDirs(process.env);
  const site = await accept(dirs, options);
  const { lines, isComplete } = await translationsReport(dirs, site);
  for (const line of lines) console.log(line);
  const isRight = printReport({ problems: site.problems, warnings: [] });
  if (!isRight || (options.strict && !isComplete)) process.exitCode = 1;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await run(options);
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

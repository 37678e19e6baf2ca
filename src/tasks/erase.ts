import { erasePost } from "../feedback/store/erase-post.ts";
import type { ErasedPost } from "../feedback/store/erase-post.ts";
import { withDatabase } from "../feedback/store/open-database.ts";
import { OperatorError } from "../shared/operator-error.ts";

const USAGE = `Cancella per sempre un parere, con ciò che l'ufficio ne ha annotato, quando chi l'ha scritto lo chiede.

  npm run feedback:erase -- ID

Il codice (ID) sta accanto al commento, nel report e in npm run feedback:suspects -- --list. Le copie di
sicurezza restano fino alla loro scadenza: tieni un elenco dei codici cancellati, e dopo un ripristino ripeti.`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function describePost({ isSuspect, page, day, rating, hadComment }: ErasedPost): string {
  const what = `${isSuspect ? "sospetto, " : ""}${page}, ${day}, voto ${rating}`;
  return `Cancellato: ${what}, ${hadComment ? "con" : "senza"} commento.`;
}

// npm run feedback:erase -- ID
try {
  const [id = "", ...more] = process.argv.slice(2);
  if (more.length > 0 || !UUID.test(id)) {
    throw new OperatorError(
      id === "" ? USAGE : `«${[id, ...more].join(" ")}» non è il codice di un parere.\n\n${USAGE}`,
    );
  }
  const erased = await withDatabase(process.env, (driver) => erasePost(driver, id));
  if (erased.length === 0) {
    throw new OperatorError(
      `Nessun parere ha il codice ${id}. Se ha più di 24 mesi ne restano solo i numeri del giorno. ` +
        "Controlla che DATABASE_URL o DATA_DIR siano quelli del sito.",
    );
  }
  console.log(erased.map(describePost).join("\n"));
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

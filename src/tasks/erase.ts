import { OperatorError } from "../shared/operator-error.ts";
import { main } from "./run-command.ts";

const USAGE = `Cancella per sempre un parere, con ciò che l'ufficio ne ha annotato, quando chi l'ha scritto lo chiede.

  npm run feedback:erase -- ID

Il codice (ID) sta accanto al commento, nel report e in npm run feedback:suspects -- --list. Le copie di
sicurezza restano fino alla loro scadenza: tieni un elenco dei codici cancellati, e dopo un ripristino ripeti.`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// npm run feedback:erase -- ID
await main(() => {
  const [id = "", ...more] = process.argv.slice(2);
  if (more.length === 0 && UUID.test(id)) return { name: "erase", id };
  throw new OperatorError(
    id === "" ? USAGE : `«${[id, ...more].join(" ")}» non è il codice di un parere.\n\n${USAGE}`,
  );
});

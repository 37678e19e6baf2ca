import type { YAMLError } from "yaml";

type Code = YAMLError["code"] | "ALIAS";

const QUOTES_FOR_SIGN =
  "ci vogliono le virgolette doppie attorno a un valore che comincia con un segno; qui mancano";

/** What YAML expects and what it found, by the parser's error code, in the words of the likely cause. */
const CAUSES: Partial<Record<Code, string>> = {
  ALIAS: QUOTES_FOR_SIGN,
  BAD_ALIAS: QUOTES_FOR_SIGN,
  BAD_DQ_ESCAPE: "ci vogliono due barre \\\\ per scriverne una tra virgolette doppie; qui ce n'è una",
  BAD_INDENT: "ci vuole lo stesso rientro per le righe dello stesso gruppo; qui il rientro è diverso",
  BAD_SCALAR_START: QUOTES_FOR_SIGN,
  BLOCK_AS_IMPLICIT_KEY:
    "ci vogliono le virgolette doppie attorno a un valore che contiene i due punti; qui mancano",
  DUPLICATE_KEY: "ci vuole ogni chiave una volta sola; qui c'è una chiave già scritta sopra",
  MISSING_CHAR: "ci vuole la virgoletta, la parentesi o la virgola che chiude; qui manca",
  MULTILINE_IMPLICIT_KEY: "ci vogliono i due punti e uno spazio dopo la chiave; qui mancano",
  MULTIPLE_DOCS: "ci vuole una sola intestazione; qui ne comincia un'altra",
  NON_STRING_KEY: "ci vuole una parola come chiave; qui c'è un altro tipo di valore",
  TAB_AS_INDENT: "ci vogliono spazi per il rientro; qui c'è un tabulatore",
  TAG_RESOLVE_FAILED: QUOTES_FOR_SIGN,
};

/** The Italian message of a YAML syntax error. */
export function yamlMessage(code: Code): string {
  const cause = CAUSES[code] ?? "ci vogliono righe nella forma «chiave: valore»; qui c'è altro";
  return `YAML non valido: ${cause}`;
}

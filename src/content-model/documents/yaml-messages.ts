import type { YAMLError } from "yaml";

type Code = YAMLError["code"] | "ALIAS";

const QUOTES = "un valore che contiene due punti o comincia con un segno va scritto tra virgolette doppie";

/** What YAML expects, by the parser's error code, in the words of a likely cause. */
const EXPECTED: Partial<Record<Code, string>> = {
  ALIAS: `ci vuole un valore scritto per intero, senza i segni & e * davanti; ${QUOTES}`,
  BAD_ALIAS: `ci vuole un valore scritto per intero, senza i segni & e * davanti; ${QUOTES}`,
  BAD_DQ_ESCAPE:
    "dopo la barra \\ dentro le virgolette doppie c'è una lettera non ammessa; scrivi la barra due volte",
  BAD_INDENT: "ci vuole lo stesso rientro per le righe dello stesso gruppo; qui il rientro è diverso",
  BAD_SCALAR_START: `qui il valore comincia con un segno riservato; ${QUOTES}`,
  BLOCK_AS_IMPLICIT_KEY: `qui ci sono due punti dentro il valore; ${QUOTES}`,
  DUPLICATE_KEY: "ci vuole ogni chiave una volta sola; questa compare due volte",
  MISSING_CHAR: "manca un segno di chiusura: una virgoletta, una parentesi o una virgola",
  MULTILINE_IMPLICIT_KEY: "ci vuole una chiave seguita da due punti e uno spazio; qui i due punti mancano",
  MULTIPLE_DOCS: "ci vuole una sola intestazione tra le righe con tre trattini",
  NON_STRING_KEY: "ci vuole una chiave scritta come testo; qui la chiave è un altro tipo di valore",
  TAB_AS_INDENT: "ci vogliono spazi per il rientro; qui c'è un tabulatore",
  TAG_RESOLVE_FAILED: `qui il valore comincia con un punto esclamativo; ${QUOTES}`,
};

/** The Italian message of a YAML syntax error. */
export function yamlMessage(code: Code): string {
  const expected =
    EXPECTED[code] ?? "ci vogliono righe nella forma «chiave: valore»; qui c'è qualcosa di diverso";
  return `YAML non valido: ${expected}`;
}

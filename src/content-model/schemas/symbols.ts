/**
 * Symbols that an editor may put beside a text on an easy page, by their name in `{{simbolo:…}}`.
 */
export const SYMBOLS = [
  "aiuto",
  "ascolto",
  "bambino",
  "calendario",
  "casa",
  "documento",
  "domanda",
  "gravidanza",
  "indicazioni",
  "informazioni",
  "lettura",
  "operatore",
  "orologio",
  "parlare",
  "percorso",
  "persone",
  "pratiche",
  "protezione",
  "soldi",
  "telefono",
  "urgenza",
] as const;

export type SymbolName = (typeof SYMBOLS)[number];

export function isSymbolName(name: string): name is SymbolName {
  return SYMBOLS.some((symbol) => symbol === name);
}

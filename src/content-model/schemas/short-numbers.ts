/**
 * Italian public-service numbers that are dialled without area code or country prefix.
 * Sources: AGCOM's numbering plan (delibera 8/15/CIR and amendments). For the numbers that begin
 * with 116, the European Commission's decisions 2007/116/EC and 2009/884/EC.
 */
const SHORT_NUMBERS: Readonly<Record<string, string>> = {
  "112": "numero unico di emergenza",
  "113": "Polizia di Stato",
  "114": "emergenza infanzia",
  "115": "Vigili del fuoco",
  "117": "Guardia di finanza",
  "118": "emergenza sanitaria",
  "1500": "Ministero della salute",
  "1515": "emergenza ambientale",
  "1522": "antiviolenza e antistalking",
  "1530": "Guardia costiera",
  "19696": "Telefono azzurro",
  "116000": "minori scomparsi",
  "116117": "cure mediche non urgenti",
};

/**
 * The digits of a short number, even if they are spaced ("116 117"). Undefined for any other text.
 */
export function shortNumber(text: string): string | undefined {
  const digits = text.trim().replace(/(?<=\d)\s(?=\d)/g, "");
  return Object.hasOwn(SHORT_NUMBERS, digits) ? digits : undefined;
}

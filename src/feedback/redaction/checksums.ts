/** Checks an IBAN by ISO 7064 MOD 97-10. What is no letter or digit is skipped. */
export function passesMod97(text: string): boolean {
  const iban = text.replace(/[^a-z0-9]/gi, "");
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** The weight of each value in an odd place of a codice fiscale, as a letter: A is 0, B is 1… */
const ODD_WEIGHTS = "BAFHJNPRTVCESULDGIMOQKWZYX";

/**
 * Checks the last letter of a codice fiscale (decreto ministeriale 23 dicembre 1976, n. 13813).
 * @param taxCode its 16 letters and digits, in upper or lower case
 */
export function passesTaxCodeCheck(taxCode: string): boolean {
  const values = Array.from(taxCode, (character) => {
    const value = parseInt(character, 36);
    return value > 9 ? value - 10 : value;
  });
  const check = values.pop();
  const sum = values.reduce(
    (total, value, i) => total + (i % 2 ? value : ODD_WEIGHTS.charCodeAt(value) - 65),
    0,
  );
  return check === sum % 26;
}

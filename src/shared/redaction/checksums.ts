/**
 * Luhn's check, which payment cards and the partita IVA share. It skips what is not a digit,
 * and fails for zeros alone.
 */
export function passesLuhn(text: string): boolean {
  let sum = 0;
  let double = false;
  for (const digit of text.replace(/\D/g, "").split("").reverse()) {
    const value = double ? Number(digit) * 2 : Number(digit);
    sum += value > 9 ? value - 9 : value;
    double = !double;
  }
  return sum > 0 && sum % 10 === 0;
}

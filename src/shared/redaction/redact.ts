import { detect, firstMatch } from "./detect.ts";
import type { Finder } from "./detect.ts";
import { coverFileNumbers } from "./file-numbers.ts";
import { RULES } from "./rules.ts";

export interface RedactOptions {
  /**
   * Italian phone numbers that are not masked, in any notation: those that the service publishes.
   */
  allowedPhones?: readonly string[];
}

/** The national digits of an Italian phone number in any notation. */
function nationalDigits(phone: string): string {
  return phone.replace(/\D/g, "").replace(/^(?:00)?39/, "");
}

/** Makes a finder that uses the shared rules. */
export function sharedFinder({ allowedPhones = [] }: RedactOptions = {}): Finder {
  const allowed = allowedPhones.map(nationalDigits);
  return (text) =>
    firstMatch(RULES, coverFileNumbers(text), (candidate) => allowed.includes(nationalDigits(candidate)));
}

/**
 * Replaces personal data with placeholders and leaves the rest as typed. The result is never longer
 * than the text, and masking it again changes nothing.
 */
export function mask(text: string, find: Finder): string {
  let result = "";
  let end = 0;
  for (const found of detect(text, find)) {
    result += text.slice(end, found.start) + found.placeholder;
    end = found.end;
  }
  return result + text.slice(end);
}

/**
 * Masks what the browser must mask before it keeps a comment. The server masks the same, and more.
 */
export function redact(text: string, options?: RedactOptions): string {
  return mask(text, sharedFinder(options));
}

import { detect, firstMatch } from "./detect.ts";
import type { Finder } from "./detect.ts";
import { RULES } from "./rules.ts";

export interface RedactOptions {
  /** Italian phone numbers that stay, in any notation: those that the service itself publishes. */
  allowedPhones?: readonly string[];
}

/** National digits of an Italian phone number in any notation. */
function nationalDigits(phone: string): string {
  return phone.replace(/\D/g, "").replace(/^(?:00)?39/, "");
}

/** Finds by the shared rules. */
export function sharedFinder({ allowedPhones = [] }: RedactOptions = {}): Finder {
  const allowed = allowedPhones.map(nationalDigits);
  return (text) => firstMatch(RULES, text, (body) => allowed.includes(nationalDigits(body)));
}

/**
 * Replaces personal data by placeholders; the rest stays as typed. The result is never longer than the text, and
 * redacting it again changes nothing.
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

/** What the browser masks before it keeps a comment. The server masks the same, and more. */
export function redact(text: string, options?: RedactOptions): string {
  return mask(text, sharedFinder(options));
}

import { firstMatch } from "../../shared/redaction/detect.ts";
import type { Finder } from "../../shared/redaction/detect.ts";
import { mask, sharedFinder } from "../../shared/redaction/redact.ts";
import type { RedactOptions } from "../../shared/redaction/redact.ts";
import { MAIL_RULES, MAIL_SIGN, PROFILE_RULES } from "./address-rules.ts";
import { CODE_RULES } from "./code-rules.ts";
import { DOCUMENT_RULES } from "./document-rules.ts";
import { coverHarmlessNumbers } from "./harmless-numbers.ts";
import { PHONE_RULES } from "./phone-rules.ts";

/** Rules for the text in which harmless numbers are covered. */
const CONTEXT_RULES = [...PROFILE_RULES, ...PHONE_RULES, ...DOCUMENT_RULES];
const CONTEXT_RULES_WITH_MAIL = [...MAIL_RULES, ...CONTEXT_RULES];

/**
 * Finds what the browser finds, and then what needs context. The order matters: a comment that the
 * browser masked and sent again must end as the same text that its first sending would have left.
 */
export function serverFinder(options: RedactOptions = {}): Finder {
  const findShared = sharedFinder(options);
  return (text) =>
    findShared(text) ??
    firstMatch(CODE_RULES, text) ??
    firstMatch(
      MAIL_SIGN.test(text) ? CONTEXT_RULES_WITH_MAIL : CONTEXT_RULES,
      coverHarmlessNumbers(text, options.allowedPhones ?? []),
    );
}

/**
 * Masks personal data in a comment, before anything stores or logs it. The result is never longer
 * than the text, and masking it again changes nothing.
 */
export function redact(text: string, options?: RedactOptions): string {
  return mask(text, serverFinder(options));
}

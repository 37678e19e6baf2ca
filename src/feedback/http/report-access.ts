import { createHash, timingSafeEqual } from "node:crypto";
import { auth } from "hono/utils/basic-auth";
import { OperatorError } from "../../shared/operator-error.ts";
import { createSenderKey } from "../limits/sender-key.ts";
import type { SteadyClock } from "../limits/short-memory.ts";
import { createWindowLimit } from "../limits/window-limit.ts";

/** What a token has at least. `openssl rand -hex 24` makes one of 48 characters. */
const MIN_LENGTH = 24;
const MIN_DIFFERENT = 8;

/** Words of examples, of this project and of others. */
const EXAMPLE = /change-?me|cambiami|example|esempio|password|secret|token|1234567/i;

/** How many wrong tokens a sender may try in a time. Right ones are not counted. */
const ATTEMPTS = { limit: 10, windowMs: 600_000, maxKeys: 10_000 };

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Reads the token that opens the report. Undefined if there is none, and then there is no report.
 * @throws OperatorError if it can be guessed; the message does not repeat it
 */
export function readReportToken({
  REPORT_TOKEN: token = "",
}: {
  REPORT_TOKEN?: string | undefined;
}): string | undefined {
  if (token === "") return undefined;
  // Other characters would not pass a header as they are.
  const isPlain = /^[\x21-\x7e]+$/.test(token);
  const isWeak = token.length < MIN_LENGTH || new Set(token).size < MIN_DIFFERENT || EXAMPLE.test(token);
  if (isPlain && !isWeak) return token;
  throw new OperatorError(
    `REPORT_TOKEN can be guessed, or has other characters than letters, digits and signs: it opens what citizens wrote. Take at ` +
      `least ${MIN_LENGTH} characters made by chance, for example the output of: openssl rand -hex 24`,
  );
}

/** Who asks for the report, as far as the token tells. */
export type Access = "granted" | "refused" | "too-many";

/**
 * Makes a function that says whether a request may see the report. The token is the password of
 * HTTP Basic, with any user name, or a bearer token.
 * @see https://www.rfc-editor.org/rfc/rfc7617
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export function createReportAccess(
  token: string,
  now?: SteadyClock,
): (request: Request, ip: string | undefined) => Access {
  const right = digest(token);
  const keyOf = createSenderKey();
  const takeAttempt = createWindowLimit(ATTEMPTS, now);
  return (request, ip) => {
    const given = BEARER.exec(request.headers.get("authorization") ?? "")?.[1] ?? auth(request)?.password;
    if (given === undefined) return "refused";
    // Taken before the comparison, or a sender who has run out would still learn of a right guess.
    const giveBack = takeAttempt(keyOf(ip));
    if (!giveBack) return "too-many";
    // Digests are compared, because the comparison takes the same time only for equal lengths.
    if (!timingSafeEqual(digest(given), right)) return "refused";
    giveBack();
    return "granted";
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

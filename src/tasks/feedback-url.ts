import { isSafeAddress } from "../hosting/web-address.ts";
import { OperatorError } from "../shared/operator-error.ts";

/**
 * Reads the remote handler that a static export's form posts to, from `FEEDBACK_URL`. Undefined if
 * the site has its own.
 * @throws OperatorError if it is not an address that a form may post to
 */
export function readFeedbackUrl(env: { FEEDBACK_URL?: string | undefined }): string | undefined {
  const { FEEDBACK_URL: text = "" } = env;
  if (text === "") return undefined;
  const url = URL.parse(text);
  // Some characters cannot be part of a source expression in a security policy, and a form must not
  // pass on a password.
  if (url && isSafeAddress(url) && url.href === text && !/[?#;,\s]/.test(text) && url.username === "")
    return text;
  throw new OperatorError(
    `FEEDBACK_URL is "${text}": it must be the whole https address of the feedback handler, as browsers write it, ` +
      "without user name, query or fragment, such as https://pareri.comune.example/api/feedback.",
  );
}

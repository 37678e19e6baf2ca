import { STATUS_CODES } from "node:http";
import { DATA_POLICY, SECURITY_HEADERS } from "../../hosting/security-headers.ts";
import type { FeedbackProblem } from "../../shared/feedback-contract.ts";
import type { Refusal } from "./refusal.ts";
import { fieldMessage } from "./wording.ts";
import type { Wording } from "./wording.ts";

const COMMON_HEADERS = {
  ...SECURITY_HEADERS,
  "Content-Security-Policy": DATA_POLICY,
  "Cache-Control": "no-store",
};

/** A JSON reply that no cache keeps. */
export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...COMMON_HEADERS, "Content-Type": "application/json", ...headers },
  });
}

/** Sends a browser without script to another page, to be fetched with GET. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...COMMON_HEADERS, Location: location } });
}

/** The language of what a refusal says, and its words in it. */
export interface RefusalLanguage {
  lang: string;
  wording: Wording;
}

/**
 * A refusal as problem details.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function problemReply(refusal: Refusal, { lang, wording }: RefusalLanguage): Response {
  const problem: FeedbackProblem = {
    type: "about:blank",
    title: STATUS_CODES[refusal.status] ?? "",
    status: refusal.status,
    code: refusal.code,
    detail: wording[refusal.code],
    errors: refusal.errors.map((error) => ({
      pointer: error.field === null ? "#" : `#/${error.field}`,
      code: error.code,
      detail: fieldMessage(wording, error),
    })),
  };
  const headers = { ...refusalHeaders(refusal, lang), "Content-Type": "application/problem+json" };
  return jsonReply(refusal.status, problem, headers);
}

/**
 * A refusal as the page that a form post gets back.
 * @param policy the page's content security policy
 */
export function retryReply(refusal: Refusal, lang: string, html: string, policy: string): Response {
  return new Response(html, {
    status: refusal.status,
    headers: {
      ...COMMON_HEADERS,
      ...refusalHeaders(refusal, lang),
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
    },
  });
}

function refusalHeaders({ code, retryAfterSeconds }: Refusal, lang: string): Record<string, string> {
  return {
    "Content-Language": lang,
    ...(code === "method-not-allowed" && { Allow: "POST" }),
    // What is still to come of the body is not waited for: https://www.rfc-editor.org/rfc/rfc9110#section-15.5.9
    ...(code === "too-slow" && { Connection: "close" }),
    ...(retryAfterSeconds !== undefined && { "Retry-After": String(retryAfterSeconds) }),
  };
}

import { DATA_POLICY, SECURITY_HEADERS } from "../../hosting/security-headers.ts";
import { isSafeAddress } from "../../hosting/web-address.ts";
import { OperatorError } from "../operator-error.ts";

/** The sites of other origins whose pages may post here, each as browsers write it in `Origin`. */
export type AllowedOrigins = ReadonlySet<string>;

/** For how long a browser need not ask again, in seconds; browsers cap it at one day or less. */
const PREFLIGHT_SECONDS = 86_400;

/**
 * Reads `ALLOWED_ORIGINS`: origins separated by commas or spaces. There are no patterns: an origin is allowed when it is
 * one of these, character by character.
 * @throws OperatorError when one is no origin, or not a safe one
 */
export function readAllowedOrigins({
  ALLOWED_ORIGINS = "",
}: {
  ALLOWED_ORIGINS?: string | undefined;
}): AllowedOrigins {
  const origins = ALLOWED_ORIGINS.split(/[\s,]+/).filter(Boolean);
  for (const origin of origins) {
    const url = URL.parse(origin);
    if (url?.origin !== origin || !isSafeAddress(url)) throw invalidOrigin(origin);
  }
  return new Set(origins);
}

/** Tells a browser that asks first (`OPTIONS`) what an allowed origin may send: JSON. */
export function preflightReply(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...SECURITY_HEADERS,
      "Content-Security-Policy": DATA_POLICY,
      "Access-Control-Allow-Methods": "POST",
      "Access-Control-Allow-Headers": "Content-Type",
      "Access-Control-Max-Age": String(PREFLIGHT_SECONDS),
    },
  });
}

/**
 * Lets a script of an allowed origin read the reply. Never with credentials: there are none.
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function withCors(response: Response, request: Request, allowed: AllowedOrigins): Response {
  if (allowed.size === 0) return response;
  response.headers.append("Vary", "Origin");
  const origin = request.headers.get("origin");
  if (origin !== null && allowed.has(origin)) {
    response.headers.set("Access-Control-Allow-Origin", origin);
    response.headers.set("Access-Control-Expose-Headers", "Retry-After");
  }
  return response;
}

function invalidOrigin(origin: string): OperatorError {
  return new OperatorError(
    `ALLOWED_ORIGINS holds "${origin}": write whole origins as browsers do, with https and without a path or final ` +
      "slash, such as https://sociale.comune.example. Patterns and * are not possible.",
  );
}

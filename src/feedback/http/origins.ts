import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { isSafeAddress } from "../../hosting/web-address.ts";
import { OperatorError } from "../../shared/operator-error.ts";

/** The other origins whose pages may post here, each written as browsers write it in `Origin`. */
export type AllowedOrigins = ReadonlySet<string>;

/**
 * How long a browser may remember the preflight's answer, in seconds. Browsers cap
 * it at one day or less.
 */
const PREFLIGHT_SECONDS = 86_400;

/**
 * Reads `ALLOWED_ORIGINS`, which lists origins separated by commas or spaces. It has no patterns:
 * an origin is allowed only if it equals one of these exactly.
 * @throws OperatorError if an entry is not an origin, or not a safe one
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

/**
 * Lets scripts of allowed origins post JSON and read the replies. Credentials are never allowed,
 * because there are none. Hono's middleware runs for these origins only: to others it would reveal
 * which methods and headers there are.
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function crossOrigin(allowed: AllowedOrigins): MiddlewareHandler {
  const allow = cors({
    origin: [...allowed],
    allowMethods: ["POST"],
    allowHeaders: ["Content-Type"],
    exposeHeaders: ["Retry-After"],
    maxAge: PREFLIGHT_SECONDS,
  });
  return async (context, next) => {
    if (allowed.has(context.req.header("Origin") ?? "")) return allow(context, next);
    await next();
    context.header("Vary", "Origin", { append: true });
  };
}

/** The origins whose posts are accepted. */
export interface TrustedOrigins {
  /** The site's own, wherever it is published. */
  own: ReadonlySet<string>;
  /** Those of other sites. */
  allowed: AllowedOrigins;
  /**
   * Whether the address that a post is sent to counts as the site's own. A stranger may claim any
   * `Host`, so it does on a developer's machine only.
   */
  trustsHost: boolean;
}

/** Where a post comes from according to the browser, or `none` if the browser does not say. */
export type OriginSignal = "same" | "other" | "none";

/**
 * Judges `Origin` and `Sec-Fetch-Site`, which a page cannot forge. Origins are compared as a whole,
 * because a comparison by prefix or suffix would let look-alikes in. The origin `null` (a sandboxed
 * frame, a file) counts as another site.
 *
 * This is stricter than Hono's `csrf`, which checks forms only and accepts either header.
 */
export function originSignal(request: Request, { own, allowed, trustsHost }: TrustedOrigins): OriginSignal {
  const origin = request.headers.get("origin");
  if (origin !== null && allowed.has(origin)) return "same";
  const site = request.headers.get("sec-fetch-site") ?? "none";
  if (site !== "none" && site !== "same-origin") return "other";
  if (origin !== null) {
    return own.has(origin) || (trustsHost && origin === new URL(request.url).origin) ? "same" : "other";
  }
  return site === "same-origin" ? "same" : "none";
}

function invalidOrigin(origin: string): OperatorError {
  return new OperatorError(
    `ALLOWED_ORIGINS holds "${origin}": write whole origins as browsers do, with https and without a path or final ` +
      "slash, such as https://sociale.comune.example. Patterns and * are not possible.",
  );
}

import type { AllowedOrigins } from "./cors.ts";

/** What the browser says of where a post comes from; `none` when it says nothing. */
export type OriginSignal = "same" | "other" | "none";

/**
 * Judges `Origin` and `Sec-Fetch-Site`, which a page cannot forge. Origins are compared as a whole: a
 * comparison by prefix or suffix would let look-alikes in. `null` (a sandboxed frame, a file) is another site.
 * @param request the post; its own origin is one that is accepted
 * @param siteOrigin the published site's origin, which differs from the request's behind a proxy
 * @param allowed other sites whose posts are as good as this one's
 */
export function originSignal(
  request: Request,
  siteOrigin: string,
  allowed: AllowedOrigins = new Set(),
): OriginSignal {
  const origin = request.headers.get("origin");
  if (origin !== null && allowed.has(origin)) return "same";
  const site = request.headers.get("sec-fetch-site") ?? "none";
  if (site !== "none" && site !== "same-origin") return "other";
  if (origin !== null) {
    return origin === siteOrigin || origin === new URL(request.url).origin ? "same" : "other";
  }
  return site === "same-origin" ? "same" : "none";
}

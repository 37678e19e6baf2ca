/**
 * What a browser is told about every reply, whoever sends it: Node server, function or platform. The build writes the
 * pages' part to `_headers` (header-rules.ts).
 */

/** Features that no page uses. Only names that browsers know: an unknown one is a warning in the console. */
const UNUSED_FEATURES = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "usb",
  "xr-spatial-tracking",
];

/** The same for pages, files, API replies and errors. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  // Without `includeSubDomains`: other names of the same body are not this site's to decide about.
  "Strict-Transport-Security": "max-age=31536000",
  "X-Content-Type-Options": "nosniff",
  // Not `no-referrer`: browsers then send `Origin: null` with a form, and the handler refuses it.
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Frame-Options": "DENY",
  "Permissions-Policy": UNUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** The policy of a reply that is no page: data, a redirect, a refusal in JSON. */
export const DATA_POLICY = policyOf({
  "default-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
});

/** What pages need beyond what all pages need. */
export interface PageNeeds {
  /** Hashes of inlined style sheets, as `inlineStyleHashes` gives them. */
  styles: readonly string[];
  /** Where script, images, fonts and manifest are: the page's own origin when absent. */
  assets?: string | undefined;
  /** Where forms and scripts may post besides the page's own origin. */
  posts?: readonly string[] | undefined;
}

/**
 * The content security policy of a page. Nothing is allowed that is not named, and nothing inline but style sheets by
 * hash. JSON-LD is data, which no policy concerns.
 * @see https://www.w3.org/TR/CSP3/
 */
export function pagePolicy({ styles, assets = "'self'", posts = [] }: PageNeeds): string {
  return policyOf({
    "default-src": ["'none'"],
    "script-src": [assets],
    "style-src": styles,
    "img-src": [assets],
    "font-src": [assets],
    "manifest-src": [assets],
    "connect-src": ["'self'", ...posts],
    "form-action": ["'self'", ...posts],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  });
}

function policyOf(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ") || "'none'"}`)
    .join("; ");
}

/**
 * The security headers of every reply, whether it comes from the Node server, a function or the
 * platform. The build writes those of pages to `_headers` (header-rules.ts).
 */

/**
 * Features that no page uses. Browsers warn in the console about names that they do not know, so
 * the list has only names that they know.
 */
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
  // Without `includeSubDomains`, because this site cannot decide for the authority's other names.
  "Strict-Transport-Security": "max-age=31536000",
  "X-Content-Type-Options": "nosniff",
  // Not `no-referrer`: with it, browsers send `Origin: null` with a form, and the
  // handler refuses the post.
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Frame-Options": "DENY",
  "Permissions-Policy": UNUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** The policy of a reply that is not a page: data, a redirect, a refusal in JSON. */
export const DATA_POLICY = formatPolicy({
  "default-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
});

/**
 * The policy of a report's page, which has no script: it shows what strangers wrote.
 * @param styles hashes of inlined style sheets
 * @param assets the origin of the fonts and of the icon
 */
export function reportPolicy(styles: readonly string[], assets = "'self'"): string {
  return formatPolicy({
    "default-src": ["'none'"],
    "style-src": styles,
    "font-src": [assets],
    "img-src": [assets],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  });
}

/** What a page needs beyond what all pages need. */
export interface PageNeeds {
  /** Hashes of inlined style sheets, from `inlineStyleHashes`. */
  styles: readonly string[];
  /**
   * The origin of the script, the style sheet for paper, images, fonts and manifest. The page's own
   * origin if absent.
   */
  assets?: string | undefined;
  /** Where forms and scripts may post besides the page's own origin. */
  posts?: readonly string[] | undefined;
}

/**
 * The content security policy of a page. It allows only what it names, and nothing inline except
 * style sheets by their hash. JSON-LD is data, so no policy applies to it.
 * @see https://www.w3.org/TR/CSP3/
 */
export function pagePolicy({ styles, assets = "'self'", posts = [] }: PageNeeds): string {
  return formatPolicy({
    "default-src": ["'none'"],
    "script-src": [assets],
    "style-src": [assets, ...styles],
    "img-src": [assets],
    "font-src": [assets],
    "manifest-src": [assets],
    "connect-src": ["'self'", ...posts],
    "form-action": ["'self'", ...posts],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  });
}

function formatPolicy(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ") || "'none'"}`)
    .join("; ");
}

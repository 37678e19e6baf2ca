import { pagePolicy, SECURITY_HEADERS } from "./security-headers.ts";

/** Headers for one address or, if `path` ends with `*`, for all addresses with that beginning. */
export interface HeaderRule {
  path: string;
  headers: Readonly<Record<string, string>>;
}

/** The facts about a built site that its headers depend on. */
export interface BuiltPages {
  /** Hashes of the style sheets inlined in its pages. */
  styles: readonly string[];
  /** Addresses of its Atom feeds and linked data, whose type not every host tells from the name. */
  feeds: readonly string[];
  linkedData: readonly string[];
  /** The remote handler that the form posts to, if there is one. */
  feedbackUrl?: string | undefined;
}

/**
 * A file whose name has a hash of its contents never changes, so browsers need not
 * ask again for a year.
 */
export const IMMUTABLE = "public, max-age=31536000, immutable";

/**
 * The headers of the static site. No header is set by two rules that match the same address,
 * because hosts combine such rules differently.
 *
 * If a remote handler refuses a form, it answers with a page at its own address, which shows this
 * site's font and icon. Only in that case may other sites use them.
 */
export function siteHeaderRules({ styles, feeds, linkedData, feedbackUrl }: BuiltPages): HeaderRule[] {
  const posts = feedbackUrl === undefined ? [] : [feedbackUrl];
  const shared = feedbackUrl !== undefined && { "Cross-Origin-Resource-Policy": "cross-origin" };
  const fonts = feedbackUrl !== undefined && { "Access-Control-Allow-Origin": new URL(feedbackUrl).origin };
  return [
    {
      path: "/*",
      headers: {
        "Content-Security-Policy": pagePolicy({ styles, posts }),
        ...SECURITY_HEADERS,
        ...shared,
      },
    },
    { path: "/assets/*", headers: { "Cache-Control": IMMUTABLE, ...fonts } },
    ...feeds.map((path) => ({ path, headers: { "Content-Type": "application/atom+xml; charset=utf-8" } })),
    ...linkedData.map((path) => ({ path, headers: { "Content-Type": "application/ld+json" } })),
  ];
}

/** The headers of an address, from all the rules that match it. */
export function headersFor(rules: readonly HeaderRule[], address: string): Record<string, string> {
  const matching = rules.filter(({ path }) =>
    path.endsWith("*") ? address.startsWith(path.slice(0, -1)) : address === path,
  );
  return Object.assign({}, ...matching.map(({ headers }) => headers)) as Record<string, string>;
}

/**
 * Formats the rules as a `_headers` file, which several static hosts read.
 * @see https://docs.netlify.com/manage/routing/headers/#syntax-for-the-headers-file
 */
export function formatHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${path}\n${lines.join("")}`;
    })
    .join("");
}

/** Reads what `formatHeaders` wrote. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { path: string; headers: Record<string, string> }[] = [];
  for (const line of text.split("\n").filter((candidate) => candidate.trim() !== "")) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (name === undefined || value === undefined) rules.push({ path: line, headers: {} });
    else if (rule) rule.headers[name] = value;
  }
  return rules;
}

/** How long a site may take to answer. */
const TIMEOUT_MS = 8_000;

/** Some sites answer a program that does not say who it is with a refusal. */
const USER_AGENT = "Mozilla/5.0 (compatible; link check of a public body's own website)";

/** Gone, and not only today. With 403 and 429 sites refuse programs, and show people a page. */
const GONE: ReadonlySet<number> = new Set([404, 410]);

/** The names of errors by which the network says that there is no such host. */
const NO_HOST: ReadonlySet<string> = new Set([
  "ENOTFOUND",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "CERT_HAS_EXPIRED",
]);

/** A page and the addresses of other sites that it leads to. */
export interface LinkingPage {
  source: string;
  links: readonly string[];
}

/** An address that leads nowhere, and why, in Italian. */
export interface BrokenLink {
  url: string;
  reason: string;
}

/**
 * Asks for each address of another site that pages lead to, once however many pages have it. What
 * is slow, busy or refuses programs is not called broken: an editor who was told of it wrongly
 * would believe no other. Nor is anything while no site answers at all: then this machine may not
 * reach others. Addresses of the site itself cannot be broken: the build refuses them.
 * @returns the broken links of each page that has any
 */
export async function findBrokenLinks(
  pages: Iterable<LinkingPage>,
  { timeoutMs = TIMEOUT_MS, ask = fetch } = {},
): Promise<Map<string, BrokenLink[]>> {
  const linking = [...pages];
  const urls = [...new Set(linking.flatMap(({ links }) => links))];
  const answers = new Map(
    await Promise.all(
      urls.map(async (url) => [url, await answerOf(() => ask(url, requestWithin(timeoutMs)))] as const),
    ),
  );
  const isOnline = answers.values().some((answer) => typeof answer === "number");
  if (!isOnline) return new Map();
  const found = [...Map.groupBy(linking, ({ source }) => source)].map(([source, versions]) => {
    const links = [...new Set(versions.flatMap((version) => version.links))];
    const broken = links.flatMap((url) => {
      const reason = reasonOf(answers.get(url));
      return reason === undefined ? [] : [{ url, reason }];
    });
    return [source, broken] as const;
  });
  return new Map(found.filter(([, broken]) => broken.length > 0));
}

function requestWithin(timeoutMs: number): RequestInit {
  return { headers: { "User-Agent": USER_AGENT }, signal: AbortSignal.timeout(timeoutMs) };
}

/** The status, or the code of the error without one. */
async function answerOf(ask: () => Promise<Response>): Promise<number | string> {
  try {
    const response = await ask();
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
    return cause && "code" in cause ? String(cause.code) : "";
  }
}

/** Why an address leads nowhere, if it does. */
function reasonOf(answer: number | string | undefined): string | undefined {
  if (typeof answer === "number") return GONE.has(answer) ? `risponde ${answer}` : undefined;
  return answer !== undefined && NO_HOST.has(answer) ? `non si raggiunge (${answer})` : undefined;
}

import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { FEEDBACK_ENDPOINT, PROBE_MARK, PROBE_OUTCOME } from "../../shared/feedback-contract.ts";

/** Where the form of a site posts to, as whose, and about which pages. */
export interface ProbedSite {
  origin: string;
  feedbackUrl?: string | undefined;
  pages: ReadonlyMap<string, { lang: string }>;
}

/** Whether the form works. The reason is told to people, in Italian. */
export type ProbeResult = { answered: true } | { answered: false; reason: string };

const TIMEOUT_MS = 8_000;

/** A restart or a lost packet is over by then. */
const PAUSE_MS = 3_000;

const accepted = z.object({ outcome: z.literal(PROBE_OUTCOME) });

/**
 * Sends a marked post to the site's public address, as a browser does. It goes the whole way of a
 * post: name, certificate, proxy, origin, limits, validation, masking and the statement that stores
 * it, which is then undone. Nothing is stored or counted. What fails is tried once more.
 */
export async function probe(
  site: ProbedSite,
  { timeoutMs = TIMEOUT_MS, pauseMs = PAUSE_MS } = {},
): Promise<ProbeResult> {
  const first = await ask(site, timeoutMs);
  if (first.answered) return first;
  await sleep(pauseMs);
  return ask(site, timeoutMs);
}

async function ask({ origin, feedbackUrl, pages }: ProbedSite, timeoutMs: number): Promise<ProbeResult> {
  try {
    const response = await fetch(feedbackUrl ?? origin + FEEDBACK_ENDPOINT, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin },
      body: JSON.stringify(markedPost(pages)),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (accepted.safeParse(body).success) return { answered: true };
    return { answered: false, reason: reasonOf(response.status) };
  } catch (error) {
    return { answered: false, reason: failureOf(error, timeoutMs) };
  }
}

/** A post about one of the pages, with a comment, so that masking is tried too. */
function markedPost(pages: ProbedSite["pages"]): Record<string, unknown> {
  const [[page, { lang }] = ["/", { lang: "it" }]] = pages;
  return {
    id: randomUUID(),
    page,
    lang,
    rating: 5,
    answer: "clear",
    comment: "Prova automatica del modulo",
    formVersion: "00000000",
    pageRevision: "000000000000",
    sito_web: PROBE_MARK,
  };
}

function reasonOf(status: number): string {
  if (status === 503) return "non può conservare i pareri (503)";
  if (status === 403) return "rifiuta i pareri del sito come se venissero da un altro (403)";
  if (status === 429) return "rifiuta i pareri perché sono troppi (429)";
  return `risponde altro da quello che deve (${status})`;
}

function failureOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === "TimeoutError")
    return `nessuna risposta entro ${timeoutMs / 1_000} secondi`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  const code = cause && "code" in cause ? ` (${String(cause.code)})` : "";
  return `non si riesce a raggiungerlo${code}`;
}

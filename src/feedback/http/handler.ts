import { inlineStyleHashes } from "../../hosting/inline-styles.ts";
import { pagePolicy } from "../../hosting/security-headers.ts";
import { MAX_BODY_BYTES } from "../../shared/feedback-contract.ts";
import { acceptedLanguage } from "./accept-language.ts";
import { preflightReply, withCors } from "./cors.ts";
import type { AllowedOrigins } from "./cors.ts";
import { createFloodDetector } from "../limits/flood-detector.ts";
import { readLimits } from "../limits/limits.ts";
import type { FeedbackLimits } from "../limits/limits.ts";
import { describeError } from "../logger.ts";
import type { Logger } from "../logger.ts";
import type { FeedbackManifest, FeedbackSite } from "./manifest.ts";
import { OperatorError } from "../operator-error.ts";
import { parseFields } from "./parse-fields.ts";
import type { PostFormat, RawFields } from "./parse-fields.ts";
import { createRateLimiter } from "../limits/rate-limit.ts";
import { readBody } from "./read-body.ts";
import { redact } from "../redaction/redact.ts";
import { Refusal } from "./refusal.ts";
import { jsonReply, problemReply, retryReply, seeOther } from "./reply.ts";
import type { RefusalLanguage } from "./reply.ts";
import { fillRetryPage } from "./retry-page.ts";
import { originSignal } from "./same-origin.ts";
import type { OriginSignal } from "./same-origin.ts";
import type { FeedbackStore, SuspectReason } from "../store/store.ts";
import { createSubmissionValidator } from "./submission.ts";

/** What the platform knows of a request besides the request. */
export interface RequestContext {
  /** The peer's address, for use in memory only: never stored, never logged. */
  ip?: string | undefined;
}

/** Answers every request to the feedback endpoint; never rejects. */
export type FeedbackHandler = (request: Request, context: RequestContext) => Promise<Response>;

export interface FeedbackDeps {
  site: FeedbackSite;
  store: FeedbackStore;
  logger: Logger;
  /** The standard ones when absent. */
  limits?: FeedbackLimits;
  /** Other sites whose forms post here; none when absent. */
  allowedOrigins?: AllowedOrigins;
  /** The clock, in milliseconds since the epoch. */
  now?: () => number;
}

/** When to send again what could not be stored. */
const UNAVAILABLE_SECONDS = 60;

/**
 * Makes the handler, the same behind every server and platform: web `Request` in, web `Response` out.
 * @throws OperatorError when the build names no language
 */
export function createFeedbackHandler(deps: FeedbackDeps): FeedbackHandler {
  const { site, store, logger, limits = readLimits(), allowedOrigins = new Set(), now = Date.now } = deps;
  const { manifest, retryPages } = site;
  const { languages, source } = refusalLanguages(manifest);
  const { feedbackUrl } = manifest;
  const isRemote = feedbackUrl !== undefined;
  // The page that gives a refused form back posts from this host, whatever its proxy calls it.
  const senders = new Set(isRemote ? [...allowedOrigins, new URL(feedbackUrl).origin] : allowedOrigins);
  const validate = createSubmissionValidator(manifest);
  const redaction = { allowedPhones: manifest.phones };
  const bodyLimits = { bytes: MAX_BODY_BYTES, ms: limits.requestSeconds * 1_000 };
  const takeFrom = createRateLimiter(limits.rate, now);
  const isFlood = createFloodDetector(limits.floodPosts, now);
  const pages = new Map(
    [...retryPages].map(([lang, template]) => {
      const styles = inlineStyleHashes(template);
      // The page's form posts to this very host, and is sent on to the site: browsers check both.
      const policy = pagePolicy(
        isRemote ? { styles, assets: manifest.origin, posts: [manifest.origin] } : { styles },
      );
      return [lang, { template, policy }] as const;
    }),
  );

  return async (request, context) => withCors(await answer(request, context), request, allowedOrigins);

  async function answer(request: Request, { ip }: RequestContext): Promise<Response> {
    const format = request.method === "POST" ? formatOf(request) : undefined;
    let fields: RawFields = {};
    try {
      // The way of a post: whatever must happen before the first write stands here. Senders are limited once
      // the form was read, because its page goes back with the citizen's text.
      if (request.method === "OPTIONS" && allowedOrigins.size > 0) return preflight(request);
      if (request.method !== "POST") throw new Refusal("method-not-allowed");
      if (!format) throw new Refusal("unsupported-type");
      const signal = originSignal(request, manifest.origin, senders);
      if (signal === "other") throw new Refusal("other-site");
      fields = parseFields(await readBody(request, bodyLimits), format);
      const retryAfterSeconds = takeFrom(ip);
      if (retryAfterSeconds > 0) throw new Refusal("too-many", { retryAfterSeconds });
      const { sito_web: honeypot, ...post } = validate(fields, format);
      const record = { ...post, comment: post.comment && redact(post.comment, redaction) };
      const suspicion = suspicionOf(record.page, honeypot, signal);
      const outcome = await store.save(record, suspicion);
      if (outcome === "conflict") throw new Refusal("conflict");

      logger.info({ event: "feedback", outcome, format, page: record.page, suspicion });
      // A suspect post is answered like any other, so that nobody learns what gave it away.
      return format === "form"
        ? seeOther(thanksAddress(request, record.lang))
        : jsonReply(outcome === "created" ? 201 : 200, { outcome });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : unavailable(error);
      logRefusal(refusal);
      return refuse(refusal, format, languageOf(fields, request.headers.get("accept-language")), fields);
    }
  }

  function preflight(request: Request): Response {
    if (!allowedOrigins.has(request.headers.get("origin") ?? "")) throw new Refusal("other-site");
    return preflightReply();
  }

  /** On the site that the citizen came from, which is one of ours; elsewhere this host has no such page. */
  function thanksAddress(request: Request, lang: string): string {
    const sender = request.headers.get("origin") ?? "";
    const origin = allowedOrigins.has(sender) ? sender : isRemote ? manifest.origin : "";
    return `${origin}${manifest.languages.get(lang)?.thanks ?? "/"}`;
  }

  /** What gives itself away as a robot's does not count towards a flood, which citizens' posts would pay for. */
  function suspicionOf(page: string, honeypot: string, signal: OriginSignal): SuspectReason | undefined {
    if (honeypot !== "") return "honeypot";
    if (signal === "none") return "no-origin";
    return isFlood(page) ? "flood" : undefined;
  }

  function refuse(
    refusal: Refusal,
    format: PostFormat | undefined,
    language: RefusalLanguage,
    fields: RawFields,
  ): Response {
    const page = format === "form" ? pages.get(language.lang) : undefined;
    if (page === undefined) return problemReply(refusal, language);
    const html = fillRetryPage(page.template, fields, refusal, language.wording);
    return retryReply(refusal, language.lang, html, page.policy);
  }

  function logRefusal({ code, status, errors, cause }: Refusal): void {
    const line = { event: "feedback", outcome: "refused", code, status };
    if (code === "unavailable") logger.error({ ...line, error: describeError(cause) });
    else logger.info({ ...line, errors: errors.map(({ field, code }) => `${field ?? "*"}:${code}`) });
  }

  /** The language to answer in: the post's, else its page's, else the browser's, else the site's first. */
  function languageOf({ lang, page }: RawFields, accepted: string | null): RefusalLanguage {
    const codes = [...languages.keys()];
    const candidates = [lang, manifest.pages.get(String(page))?.lang, acceptedLanguage(accepted, codes)];
    return candidates.flatMap((candidate) => languages.get(String(candidate)) ?? [])[0] ?? source;
  }
}

/** @throws OperatorError when there is none */
function refusalLanguages({ languages }: FeedbackManifest) {
  const byCode = new Map(
    [...languages].map(([lang, { refusals }]): [string, RefusalLanguage] => [
      lang,
      { lang, wording: refusals },
    ]),
  );
  const [source] = byCode.values();
  if (!source)
    throw new OperatorError("feedback.json names no language. Build the site again: npm run build");
  return { languages: byCode, source };
}

function unavailable(cause: unknown): Refusal {
  return new Refusal("unavailable", { cause, retryAfterSeconds: UNAVAILABLE_SECONDS });
}

function formatOf(request: Request): PostFormat | undefined {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType === "application/json") return "json";
  return mediaType === "application/x-www-form-urlencoded" ? "form" : undefined;
}

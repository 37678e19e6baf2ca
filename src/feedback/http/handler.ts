import { setImmediate } from "node:timers/promises";
import { MAX_BODY_BYTES, PROBE_MARK, PROBE_OUTCOME } from "../../shared/feedback-contract.ts";
import type { FeedbackLimits } from "../limits/limits.ts";
import { createRateLimiter } from "../limits/rate-limit.ts";
import { createSenderKey } from "../limits/sender-key.ts";
import type { SteadyClock } from "../limits/short-memory.ts";
import { createVoteLimits } from "../limits/vote-limits.ts";
import type { Logger } from "../logger.ts";
import { redact } from "../redaction/redact.ts";
import { StorageBusyError } from "../store/bounded-runner.ts";
import type { FeedbackStore, MaskedPost, Saved } from "../store/store.ts";
import type { FeedbackSite } from "./manifest.ts";
import { originSignal } from "./origins.ts";
import type { AllowedOrigins, OriginSignal, TrustedOrigins } from "./origins.ts";
import { parseFields } from "./parse-fields.ts";
import type { PostFormat, RawFields } from "./parse-fields.ts";
import { createPostValidator } from "./post.ts";
import { readBody } from "./read-body.ts";
import { createRefusalLog } from "./refusal-log.ts";
import { createRefusalReply } from "./refusal-reply.ts";
import { Refusal } from "./refusal.ts";

/** What a host knows about a request besides the request itself. */
export interface RequestContext {
  /** The sender's address. It is used in memory only, and never stored or logged. */
  ip?: string | undefined;
}

/** Answers every request to the feedback endpoint. It never rejects. */
export type FeedbackHandler = (request: Request, context: RequestContext) => Promise<Response>;

export interface FeedbackDeps {
  site: FeedbackSite;
  store: FeedbackStore;
  logger: Logger;
  limits: FeedbackLimits;
  /** Other sites whose forms post here. */
  allowedOrigins: AllowedOrigins;
  /** See {@link TrustedOrigins}. */
  trustsHost: boolean;
  now?: SteadyClock | undefined;
}

/** Whether posts can be stored. It may be asked by a flood of probes: see `createHealthCheck`. */
type HealthCheck = () => Promise<boolean>;

/** How long to wait before sending again what could not be stored. */
const UNAVAILABLE_SECONDS = 60;

/**
 * Makes the function that takes a post from a web `Request` to the store and replies
 * with a `Response`.
 * @throws OperatorError if the build names no language
 */
export function createFeedbackHandler(deps: FeedbackDeps, isHealthy: HealthCheck): FeedbackHandler {
  const { site, store, logger, limits, allowedOrigins, trustsHost, now } = deps;
  const { manifest } = site;
  const { feedbackUrl } = manifest;
  const isRemote = feedbackUrl !== undefined;
  const trusted: TrustedOrigins = {
    own: new Set([manifest.origin, ...manifest.platformOrigins]),
    // The page that gives a refused form back posts from this host, whatever name its
    // proxy uses for it.
    allowed: new Set(isRemote ? [...allowedOrigins, new URL(feedbackUrl).origin] : allowedOrigins),
    trustsHost,
  };
  const validate = createPostValidator(manifest);
  const redaction = { allowedPhones: manifest.phones };
  const bodyLimits = { bytes: MAX_BODY_BYTES, ms: limits.requestSeconds * 1_000 };
  const keyOf = createSenderKey();
  const waitSecondsFor = createRateLimiter(limits.rate, now);
  const judge = createVoteLimits(limits.votes, now);
  const refuse = createRefusalReply(site);
  const logRefusal = createRefusalLog(logger);
  const turn = createTurns();

  return async (request, { ip }) => {
    const format = request.method === "POST" ? formatOf(request) : undefined;
    let fields: RawFields = {};
    try {
      // Everything that must happen before the first write is done here. Senders are limited after
      // the form has been read, because the reply is a page with the citizen's text.
      if (request.method === "OPTIONS" && allowedOrigins.size > 0) throw new Refusal("other-site");
      if (request.method !== "POST") throw new Refusal("method-not-allowed");
      if (!format) throw new Refusal("unsupported-type");
      const signal = originSignal(request, trusted);
      if (signal === "other") throw new Refusal("other-site");
      // Under a flood of posts, reading and masking those that find no room would take the time of
      // those that do. A form is read all the same, because its text is given back.
      if (format === "json") refuseIfFull();
      const body = await readBody(request, bodyLimits);
      await turn();
      fields = parseFields(body, format);
      refuseIfFull();
      const sender = keyOf(ip);
      const retryAfterSeconds = waitSecondsFor(sender);
      if (retryAfterSeconds > 0) throw new Refusal("too-many", { retryAfterSeconds });
      const { sito_web: honeypot, ...post } = validate(fields, format);
      const masked = { ...post, comment: post.comment && redact(post.comment, redaction) };
      if (honeypot === PROBE_MARK) return await answerProbe(format, post.page);
      const robot = robotOf(honeypot, signal);
      const { outcome, suspicion } = await (robot ? store.save(masked, robot) : saveVote(masked, sender));
      if (outcome === "conflict") throw new Refusal("conflict");

      logger.info({ event: "feedback", outcome, format, page: post.page, suspicion });
      // A suspect post gets the usual reply, so that a robot does not learn what gave it away.
      return format === "form"
        ? new Response(null, { status: 303, headers: { Location: thanksAddress(request, post.lang) } })
        : Response.json({ outcome }, { status: outcome === "created" ? 201 : 200 });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : unavailable(error);
      logRefusal(refusal);
      return refuse(refusal, { request, format, fields });
    }
  };

  /**
   * A probe has gone the way of a post, and now learns whether one could be stored. A robot that
   * writes the mark gains nothing: its post is stored nowhere.
   */
  async function answerProbe(format: PostFormat, page: string): Promise<Response> {
    if (!(await isHealthy())) throw unavailable(new Error("No post can be stored"));
    logger.info({ event: "feedback", outcome: PROBE_OUTCOME, format, page });
    return Response.json({ outcome: PROBE_OUTCOME });
  }

  function refuseIfFull(): void {
    if (store.isFull()) throw unavailable(new StorageBusyError());
  }

  /**
   * The thanks page is on the site that the citizen came from, if that is one of ours. A remote
   * handler has no such page of its own.
   */
  function thanksAddress(request: Request, lang: string): string {
    const postOrigin = request.headers.get("origin") ?? "";
    const origin = allowedOrigins.has(postOrigin) ? postOrigin : isRemote ? manifest.origin : "";
    return `${origin}${manifest.languages.get(lang)?.thanks ?? "/"}`;
  }

  /** Stores a post that nothing betrays as a robot's, within the limits for votes. */
  async function saveVote(post: MaskedPost, sender: string): Promise<Saved> {
    const { suspicion, maxEqual, settle } = judge({ sender, page: post.page, comment: post.comment });
    const counted = { vote: false, text: false };
    try {
      const saved = await store.save(post, suspicion, maxEqual);
      const isCounted = saved.suspicion === undefined;
      counted.vote = isCounted && saved.outcome === "created";
      counted.text = isCounted && (saved.outcome === "created" || saved.outcome === "completed");
      return saved;
    } finally {
      settle(counted);
    }
  }
}

/**
 * Makes a function that resolves for one caller in each turn of the event loop. Pages are served
 * between two posts, however many arrive at once.
 */
function createTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(() => setImmediate()));
}

/**
 * What betrays a robot's post. It takes no place among the votes of a sender, or robots could make
 * citizens' posts suspect.
 */
function robotOf(honeypot: string, signal: OriginSignal): "honeypot" | "no-origin" | undefined {
  if (honeypot !== "") return "honeypot";
  return signal === "none" ? "no-origin" : undefined;
}

function unavailable(cause: unknown): Refusal {
  return new Refusal("unavailable", { cause, retryAfterSeconds: UNAVAILABLE_SECONDS });
}

function formatOf(request: Request): PostFormat | undefined {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType === "application/json") return "json";
  return mediaType === "application/x-www-form-urlencoded" ? "form" : undefined;
}

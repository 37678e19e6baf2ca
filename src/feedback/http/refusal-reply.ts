import { STATUS_CODES } from "node:http";
import Negotiator from "negotiator";
import { inlineStyleHashes } from "../../hosting/inline-styles.ts";
import { pagePolicy } from "../../hosting/security-headers.ts";
import type { FeedbackProblem } from "../../shared/feedback-contract.ts";
import { OperatorError } from "../../shared/operator-error.ts";
import type { FeedbackSite } from "./manifest.ts";
import type { PostFormat, RawFields } from "./parse-fields.ts";
import { fieldMessage } from "./refusal.ts";
import type { Refusal, Wording } from "./refusal.ts";
import { fillRetryPage } from "./retry-page.ts";

/** A refused request, as far as it was understood. */
interface RefusedRequest {
  request: Request;
  /** Absent if the request is not a post in a format that the handler takes. */
  format: PostFormat | undefined;
  fields: RawFields;
}

/** Tells a citizen, or the page's script, why a request is refused. */
export type RefusalReply = (refusal: Refusal, refused: RefusedRequest) => Response;

/** The texts and the page with which a refusal is explained in one language. */
interface RefusalLanguage {
  lang: string;
  wording: Wording;
  /** The page that a form gets back, with the content security policy that it needs. */
  page: { template: string; policy: string } | undefined;
}

/**
 * Makes the replies for one build. A script gets problem details; a form gets the page with
 * everything that was typed.
 * @throws OperatorError if the build names no language
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function createRefusalReply(site: FeedbackSite): RefusalReply {
  const { pages } = site.manifest;
  const languages = readLanguages(site);
  const [source] = languages.values();
  if (!source)
    throw new OperatorError("feedback.json names no language. Build the site again: npm run build");

  return (refusal, { request, format, fields }) => {
    const { lang, wording, page } = languageOf(fields, request.headers.get("accept-language")) ?? source;
    const { status } = refusal;
    if (format !== "form" || !page)
      return Response.json(problem(refusal, wording), {
        status,
        headers: { ...headersOf(refusal, lang), "Content-Type": "application/problem+json" },
      });
    return new Response(fillRetryPage(page.template, fields, refusal, wording), {
      status,
      headers: {
        ...headersOf(refusal, lang),
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": page.policy,
      },
    });
  };

  /**
   * The language of the post, else that of its page, else the browser's. Undefined if
   * the site has none of these.
   */
  function languageOf({ lang, page }: RawFields, accepted: string | null): RefusalLanguage | undefined {
    const negotiator = new Negotiator({ headers: { "accept-language": accepted ?? undefined } });
    const candidates = [lang, pages.get(String(page))?.lang, negotiator.language([...languages.keys()])];
    return candidates.flatMap((candidate) => languages.get(String(candidate)) ?? [])[0];
  }
}

function readLanguages({ manifest, retryPages }: FeedbackSite): ReadonlyMap<string, RefusalLanguage> {
  const { origin, feedbackUrl } = manifest;
  // On another host, the page's form posts to that host and is redirected to the site.
  // Browsers check both addresses.
  const elsewhere = feedbackUrl === undefined ? {} : { assets: origin, posts: [origin] };
  return new Map(
    [...manifest.languages].map(([lang, { refusals }]) => {
      const template = retryPages.get(lang);
      const page = template !== undefined && {
        template,
        policy: pagePolicy({ styles: inlineStyleHashes(template), ...elsewhere }),
      };
      return [lang, { lang, wording: refusals, page: page || undefined }];
    }),
  );
}

function problem({ status, code, errors }: Refusal, wording: Wording): FeedbackProblem {
  return {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "",
    status,
    code,
    detail: wording[code],
    errors: errors.map((error) => ({
      pointer: error.field === null ? "#" : `#/${error.field}`,
      code: error.code,
      detail: fieldMessage(wording, error),
    })),
  };
}

function headersOf({ code, retryAfterSeconds }: Refusal, lang: string): Record<string, string> {
  return {
    "Content-Language": lang,
    ...(code === "method-not-allowed" && { Allow: "POST" }),
    // The rest of the body is not read: https://www.rfc-editor.org/rfc/rfc9110#section-15.5.9
    ...(code === "too-slow" && { Connection: "close" }),
    ...(retryAfterSeconds !== undefined && { "Retry-After": String(retryAfterSeconds) }),
  };
}

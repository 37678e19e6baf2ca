import type { FeedbackPost, FeedbackProblem } from "../../../src/shared/feedback-contract.ts";

const TIMEOUT_MS = 10_000;

/** The result of one attempt. `status` is 0 if no answer came. */
export interface Reply {
  status: number;
  /** The header `Retry-After`, unchanged. */
  retryAfter: string | null;
  /** Why the post was refused, if the server said so. */
  problem?: Partial<FeedbackProblem> | null | undefined;
}

/** Sends a post once. It never rejects. */
export async function postFeedback(url: string, post: FeedbackPost): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(post),
      // The first step must arrive even if the citizen leaves the page right after it.
      keepalive: true,
      // If a proxy answers with a page of its own, the post was not stored.
      redirect: "error",
      signal: "timeout" in AbortSignal ? AbortSignal.timeout(TIMEOUT_MS) : null,
    });
    return {
      status: response.status,
      retryAfter: response.headers.get("Retry-After"),
      // A proxy may refuse in its own format.
      problem: response.ok ? undefined : ((await response.json().catch(() => null)) as Reply["problem"]),
    };
  } catch {
    return { status: 0, retryAfter: null };
  }
}

/** True if the server has committed the post. */
export function isSent({ status }: Reply): boolean {
  return status >= 200 && status < 300;
}

/** True if the same post may succeed later. A post that is refused for its contents never will. */
export function isTemporary({ status }: Reply): boolean {
  return [0, 408, 425, 429].includes(status) || status >= 500;
}

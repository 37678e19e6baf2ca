import type { FeedbackPost, FeedbackProblem } from "../../../src/shared/feedback-contract.ts";

const TIMEOUT_MS = 10_000;

/** What came of one try. `status` is 0 when no answer came. */
export interface Reply {
  status: number;
  /** The header `Retry-After`, as it came. */
  retryAfter: string | null;
  /** Why it was refused, when the server said so. */
  problem?: Partial<FeedbackProblem> | null | undefined;
}

/** Posts once. Never rejects. */
export async function postFeedback(url: string, post: FeedbackPost): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(post),
      // The first step must arrive even if the citizen leaves the page right after it.
      keepalive: true,
      // A page that a proxy answers in our place is not a stored opinion.
      redirect: "error",
      signal: "timeout" in AbortSignal ? AbortSignal.timeout(TIMEOUT_MS) : null,
    });
    return {
      status: response.status,
      retryAfter: response.headers.get("Retry-After"),
      // Whatever stands between may refuse in words of its own.
      problem: response.ok ? undefined : ((await response.json().catch(() => null)) as Reply["problem"]),
    };
  } catch {
    return { status: 0, retryAfter: null };
  }
}

/** Whether the server has committed the post. */
export function isSent({ status }: Reply): boolean {
  return status >= 200 && status < 300;
}

/** Whether the same post may well succeed later. What is refused for what it says never will. */
export function isTemporary({ status }: Reply): boolean {
  return [0, 408, 425, 429].includes(status) || status >= 500;
}

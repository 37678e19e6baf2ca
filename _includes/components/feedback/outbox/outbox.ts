import type { FeedbackPost } from "../../../../src/shared/feedback-contract.ts";
import { redact } from "../../../../src/shared/redaction/redact.ts";
import type * as keptPosts from "../kept-posts.ts";
import { isTemporary, type Reply } from "../post.ts";
import { retryTime } from "./retry-time.ts";

const LOCK = "feedback-outbox";
/** For how long a tab may be about a post before another tab takes it over: longer than a try can take. */
const CLAIM_MS = 30_000;
/** How long a tab waits for another one's claim to the same post, where there are no locks. */
const CLAIM_SETTLES_MS = 200;
/** Timers cannot be set for weeks, which a server may ask for. */
const LONGEST_TIMER_MS = 3_600_000;

/** What the outbox works with, given to it so that no script is loaded twice. */
export interface OutboxPorts extends Pick<typeof keptPosts, "keptPosts" | "keepPost" | "replaceKept"> {
  send: (post: FeedbackPost) => Promise<Reply>;
}

export interface Outbox {
  /** Keeps a post that failed, its comment masked; false when the device keeps nothing. */
  keep(post: FeedbackPost, reply?: Reply): boolean;
  /** Sends what is due: there may be a network again. */
  resume(): void;
}

/**
 * Sends kept posts until the server has said its last word on them, which it tells every open tab by a
 * `BroadcastChannel` that has the post's id for a name.
 */
export function createOutbox({ keptPosts, keepPost, replaceKept, send }: OutboxPorts): Outbox {
  // The phone numbers on the page are the service's own: they may stay.
  const links = document.querySelectorAll<HTMLAnchorElement>("[href^='tel:']");
  const options = { allowedPhones: Array.from(links, ({ href }) => href) };
  let timer: number | undefined;

  async function sendDue(): Promise<void> {
    for (;;) {
      const entry = keptPosts().find(({ after }) => after <= Date.now());
      if (!entry || !(await sendAgain(entry))) break;
    }
    schedule();
  }

  /** Whether it makes sense to go on with other posts. */
  async function sendAgain(entry: keptPosts.KeptPost): Promise<boolean> {
    const { post } = entry;
    entry.tries += 1;
    // The fraction tells this tab's claim from another's.
    const claim = (entry.after = Date.now() + CLAIM_MS + Math.random());
    const isOurs = () => keptPosts().some(({ after }) => after === claim);
    if (!replaceKept(post.id, entry)) return false;
    await new Promise((resolve) => setTimeout(resolve, CLAIM_SETTLES_MS));
    if (!isOurs()) return true;

    const reply = await send(post);
    // Meanwhile step 2 may have taken the place of step 1: its turn comes.
    if (!isOurs()) return true;
    const temporary = isTemporary(reply);
    entry.after = timeOf(reply, entry.tries);
    replaceKept(post.id, temporary ? entry : undefined);
    if (!temporary) new BroadcastChannel(post.id).postMessage(reply);
    return reply.status !== 0;
  }

  /** When to send again what failed; 0 when all it takes is a network. */
  function timeOf({ status, retryAfter }: Reply, tries: number): number {
    return status && retryTime(retryAfter, tries, Date.now(), Math.random());
  }

  function schedule(): void {
    const now = Date.now();
    const times = keptPosts().map(({ after, tries }) => after || retryTime(null, tries, now, Math.random()));
    clearTimeout(timer);
    if (times.length > 0)
      timer = window.setTimeout(resume, Math.min(...times.map((time) => time - now), LONGEST_TIMER_MS));
  }

  function resume(): void {
    void ("locks" in navigator ? navigator.locks.request(LOCK, sendDue) : sendDue());
  }

  return {
    keep(post, reply) {
      const masked = post.comment ? { ...post, comment: redact(post.comment, options) } : post;
      const kept = keepPost(masked, reply && timeOf(reply, 0));
      schedule();
      return kept;
    },
    resume,
  };
}

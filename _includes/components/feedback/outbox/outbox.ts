import type { FeedbackPost } from "../../../../src/shared/feedback-contract.ts";
import { redact } from "../../../../src/shared/redaction/redact.ts";
import type * as keptPosts from "../kept-posts.ts";
import { isTemporary, type Reply } from "../post.ts";
import { retryTime } from "./retry-time.ts";

const LOCK = "feedback-outbox";
/**
 * After this time, a tab may take a post over from the tab that was sending it. It is longer
 * than an attempt can take.
 */
const CLAIM_MS = 30_000;
/** Without locks, how long a tab waits for other tabs to claim the same post. */
const CLAIM_SETTLES_MS = 200;
/** Timers cannot run for weeks, but a server may ask a client to wait that long. */
const MAX_TIMER_MS = 3_600_000;

/**
 * What the outbox needs from the page's script. It is passed in, so that no code is loaded twice.
 */
export interface OutboxPorts extends Pick<typeof keptPosts, "keptPosts" | "keepPost" | "replaceKept"> {
  send: (post: FeedbackPost) => Promise<Reply>;
}

export interface Outbox {
  /**
   * Keeps a post that failed, with its comment masked. Returns false if the device keeps nothing.
   */
  keep(post: FeedbackPost, reply?: Reply): boolean;
  /** Sends what is due, because there may be a network again. */
  resume(): void;
}

/**
 * Makes the outbox. It sends kept posts until the server has given its final reply. Every open tab
 * gets that reply through a `BroadcastChannel` named after the post's id.
 */
export function createOutbox({ keptPosts, keepPost, replaceKept, send }: OutboxPorts): Outbox {
  // The phone numbers on the page are the service's own, so they need not be masked.
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

  /** Returns true if the other posts should be sent too. */
  async function sendAgain(entry: keptPosts.KeptPost): Promise<boolean> {
    const { post } = entry;
    entry.tries += 1;
    // The fraction tells this tab's claim from another tab's.
    const claim = (entry.after = Date.now() + CLAIM_MS + Math.random());
    const isOurs = () => keptPosts().some(({ after }) => after === claim);
    if (!replaceKept(post.id, entry)) return false;
    await new Promise((resolve) => setTimeout(resolve, CLAIM_SETTLES_MS));
    if (!isOurs()) return true;

    const reply = await send(post);
    // The second step may have replaced the first in the meantime. It will be sent next.
    if (!isOurs()) return true;
    const temporary = isTemporary(reply);
    entry.after = timeOf(reply, entry.tries);
    replaceKept(post.id, temporary ? entry : undefined);
    if (!temporary) new BroadcastChannel(post.id).postMessage(reply);
    return reply.status !== 0;
  }

  /** When to send a failed post again; 0 if all it needs is a network. */
  function timeOf({ status, retryAfter }: Reply, tries: number): number {
    return status && retryTime(retryAfter, tries, Date.now(), Math.random());
  }

  function schedule(): void {
    const now = Date.now();
    const times = keptPosts().map(({ after, tries }) => after || retryTime(null, tries, now, Math.random()));
    clearTimeout(timer);
    if (times.length > 0)
      timer = window.setTimeout(resume, Math.min(...times.map((time) => time - now), MAX_TIMER_MS));
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

import type { FeedbackPost } from "../../../src/shared/feedback-contract.ts";
import { isClearlyAnonymous } from "./clearly-anonymous.ts";
import { keepPost, keptPosts, replaceKept } from "./kept-posts.ts";
import type { createOutbox, Outbox } from "./outbox/outbox.ts";
import { isTemporary, postFeedback, type Reply } from "./post.ts";

/** How long a post that failed waits for the outbox to load. */
const LOADING_MS = 2000;

/** What became of a post. */
export interface Outcome {
  reply: Reply;
  /**
   * Present if the post is kept on this device. It resolves to the server's final reply, if that
   * comes while the page is open.
   */
  kept?: Promise<Reply>;
}

export interface Delivery {
  /**
   * Sends a post after the posts before it, and keeps it if it may succeed later. It never rejects.
   */
  deliver: (post: FeedbackPost) => Promise<Outcome>;
  /** Loads what a failure will need, while there is a network. */
  prepare: () => unknown;
  /** Sends what is kept, if anything. */
  resume: () => void;
}

/**
 * Makes the delivery of posts to one address. The outbox is loaded only if it may be
 * needed or has work.
 * @param importOutbox imports its module; `failures` counts how often that has failed
 */
export function createDelivery(
  url: string,
  importOutbox: (failures: number) => Promise<{ createOutbox: typeof createOutbox }>,
): Delivery {
  let previous: Promise<unknown> = Promise.resolve();
  let unsettled: FeedbackPost | undefined;
  let outbox: Outbox | undefined;
  let loading: Promise<void> | undefined;
  let failures = 0;

  /**
   * Runs tasks one after the other: the outcome of the first step must be known
   * before the second is sent.
   */
  function inOrder<T>(task: () => Promise<T>): Promise<T> {
    const current = previous.then(task);
    previous = current;
    return current;
  }

  async function attempt(post: FeedbackPost): Promise<Outcome> {
    const reply = await postFeedback(url, post);
    if (isTemporary(reply)) {
      await Promise.race([load(), new Promise((resolve) => setTimeout(resolve, LOADING_MS))]);
    } else {
      replaceKept(post.id);
      resume();
    }
    if (unsettled === post) unsettled = undefined;
    return isTemporary(reply) && keep(post, reply) ? { reply, kept: finalReply(post) } : { reply };
  }

  function keep(post: FeedbackPost, reply?: Reply): boolean {
    if (outbox) return outbox.keep(post, reply);
    return isClearlyAnonymous(post.comment ?? "") && keepPost(post);
  }

  function load(): Promise<void> {
    loading ??= importOutbox(failures)
      .then((module) => {
        const send = (post: FeedbackPost) => inOrder(() => postFeedback(url, post));
        outbox = module.createOutbox({ keptPosts, keepPost, replaceKept, send });
      })
      .catch(() => {
        failures += 1;
        loading = undefined;
      });
    return loading;
  }

  function resume(): void {
    // No post has this id, so this only removes posts that have waited for over a day.
    replaceKept("");
    if (keptPosts().length > 0) void load().then(() => outbox?.resume());
  }

  addEventListener("online", resume);
  // A post that is being sent may not arrive, so it is kept. If it does arrive, sending
  // it again changes nothing.
  addEventListener("pagehide", () => unsettled && keep(unsettled));
  return {
    deliver(post) {
      unsettled = post;
      return inOrder(() => attempt(post));
    },
    prepare: load,
    resume,
  };
}

/** The server's final reply to a kept post, whichever tab sends it. */
function finalReply({ id }: FeedbackPost): Promise<Reply> {
  return new Promise((resolve) => {
    new BroadcastChannel(id).onmessage = ({ data }: MessageEvent<Reply>) => {
      resolve(data);
    };
  });
}

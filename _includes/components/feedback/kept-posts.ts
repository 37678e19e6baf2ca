import { type FeedbackPost, KEPT_HOURS } from "../../../src/shared/feedback-contract.ts";

const KEY = "feedback-outbox";
const MAX_POSTS = 20;
const MAX_AGE_MS = KEPT_HOURS * 3_600_000;

/** A post that waits on this device; its comment is masked. Times are in milliseconds since the epoch. */
export interface KeptPost {
  post: FeedbackPost;
  /** When its first step was kept. */
  since: number;
  /** How often it was sent from here in vain. */
  tries: number;
  /** Not to be sent again before. */
  after: number;
}

/** The posts that wait, those of the last 24 hours. None when there is no storage. */
export function keptPosts(): KeptPost[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]") as KeptPost[];
    // A clock that was set back must not make a post wait longer.
    return kept.filter(({ since }) => Math.abs(Date.now() - since) < MAX_AGE_MS);
  } catch {
    return [];
  }
}

/**
 * Puts a post in the place of the one with its id, or takes that away; the oldest of more than 20 goes, and all
 * that are over a day old.
 * @returns false when the device keeps nothing: storage is denied or full. What it held is still there.
 */
export function replaceKept(id: string, entry?: KeptPost): boolean {
  const kept = keptPosts().filter(({ post }) => post.id !== id);
  if (entry) kept.push(entry);
  try {
    if (kept.length > 0) localStorage.setItem(KEY, JSON.stringify(kept.slice(-MAX_POSTS)));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/** Keeps a post with its comment masked. Step 2 takes the place, and the age, of step 1. */
export function keepPost(post: FeedbackPost, after = 0): boolean {
  const since = keptPosts().find((kept) => kept.post.id === post.id)?.since ?? Date.now();
  return replaceKept(post.id, { post, since, tries: 0, after });
}

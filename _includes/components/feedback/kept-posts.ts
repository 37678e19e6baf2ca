import { type FeedbackPost, KEPT_HOURS } from "../../../src/shared/feedback-contract.ts";

const KEY = "feedback-outbox";
const MAX_POSTS = 20;
const MAX_AGE_MS = KEPT_HOURS * 3_600_000;

/** A post in the outbox. Its comment is masked. Times are in milliseconds since the epoch. */
export interface KeptPost {
  post: FeedbackPost;
  /** When its first step was kept. */
  since: number;
  /** How often sending it from the outbox has failed. */
  tries: number;
  /** When it may be sent again. */
  after: number;
}

/** The posts kept in the last 24 hours. Empty if there is no storage. */
export function keptPosts(): KeptPost[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]") as KeptPost[];
    // The absolute value, so that a post does not wait longer if the clock is set back.
    return kept.filter(({ since }) => Math.abs(Date.now() - since) < MAX_AGE_MS);
  } catch {
    return [];
  }
}

/**
 * Replaces the kept post that has this id, or removes it if there is no entry. It also removes
 * posts that are over a day old, and the oldest of more than 20.
 * @returns false if the device keeps nothing, because storage is denied or full.
 * What it already held stays.
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

/** Keeps a post whose comment is masked. The second step replaces the first, and keeps its age. */
export function keepPost(post: FeedbackPost, after = 0): boolean {
  const since = keptPosts().find((kept) => kept.post.id === post.id)?.since ?? Date.now();
  return replaceKept(post.id, { post, since, tries: 0, after });
}

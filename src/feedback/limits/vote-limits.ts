import { createHash } from "node:crypto";
import { steadyClock } from "./short-memory.ts";
import { createWindowLimit } from "./window-limit.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** For each limit. Both take some 25 MB at most, with every place of every key taken. */
const MAX_KEYS = 20_000;

/** Shorter texts, such as «Tutto chiaro», are often the same by chance. */
const MIN_EQUAL_LENGTH = 15;

export interface VoteLimitSettings {
  /** How many votes of one sender on one page count in 24 hours. 0 switches the limit off. */
  senderVotes: number;
  /** How many equal texts count in an hour, whatever the page and sender. 0: the limit is off. */
  equalTexts: number;
}

/** A vote as far as the limits look at it. */
interface Vote {
  sender: string;
  page: string;
  /** The masked comment, if there is one. */
  comment: string | null;
}

/** What the limits say of a vote. */
export interface Verdict {
  /** `flood`: its sender has voted too often. `repeated`: its text was sent too often. */
  suspicion: "flood" | "repeated" | undefined;
  /** How many equal texts of the last hour the vote may find in the database and still count. */
  maxEqual: number;
  /** Must be told, once the vote is stored, what of it is new and counts. */
  settle: (counted: { vote: boolean; text: boolean }) => void;
}

/**
 * Makes a function that says whether a vote is one too many. Suspicion belongs to the sender and to
 * the text: other senders with other texts always count, however many vote on a page.
 *
 * A vote takes its places before it is stored, so that votes at the same moment cannot pass
 * together. `settle` gives back what it did not need: a second step is no second vote.
 */
export function createVoteLimits(
  { senderVotes, equalTexts }: VoteLimitSettings,
  now = steadyClock,
): (vote: Vote) => Verdict {
  const takeVote = createWindowLimit({ limit: senderVotes, windowMs: DAY_MS, maxKeys: MAX_KEYS }, now);
  const takeText = createWindowLimit({ limit: equalTexts, windowMs: HOUR_MS, maxKeys: MAX_KEYS }, now);
  return ({ sender, page, comment }) => {
    const isLong = comment !== null && comment.length >= MIN_EQUAL_LENGTH;
    const textPlace = isLong ? takeText(createHash("sha256").update(comment).digest("base64")) : undefined;
    const isRepeated = isLong && !textPlace;
    const votePlace = isRepeated ? undefined : takeVote(`${sender} ${page}`);
    return {
      suspicion: isRepeated ? "repeated" : votePlace ? undefined : "flood",
      maxEqual: isLong && equalTexts > 0 ? equalTexts : Infinity,
      settle(counted) {
        if (!counted.vote) votePlace?.();
        if (!counted.text) textPlace?.();
      },
    };
  };
}

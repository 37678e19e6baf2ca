/** Limits for a page: those that it must keep, and those that it should. */
export interface ReadabilityLimits {
  /** A Gulpease index below `error` is an error; one below `warning` is a warning. */
  gulpease: Readonly<Record<"section" | "page", { error: number; warning: number }>>;
  /** In words. */
  maxSentenceWords: number;
}

const LIMITS: ReadabilityLimits = {
  gulpease: { section: { error: 60, warning: 70 }, page: { error: 70, warning: 75 } },
  maxSentenceWords: 20,
};

const EASY_LIMITS: ReadabilityLimits = {
  gulpease: { section: { error: 85, warning: 85 }, page: { error: 85, warning: 85 } },
  maxSentenceWords: 12,
};

/** The limits of a page. Those of easy pages are stricter. */
export function limitsOf({ easy }: { easy: boolean }): ReadabilityLimits {
  return easy ? EASY_LIMITS : LIMITS;
}

/** In letters. */
export const MAX_WORD_LETTERS = 13;

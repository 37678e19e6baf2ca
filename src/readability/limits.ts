/** What a page must reach, and what it should. */
export interface ReadabilityLimits {
  /** Gulpease below `error` keeps the page from passing; below `warning` it could be easier. */
  gulpease: Readonly<Record<"section" | "page", { error: number; warning: number }>>;
  /** In words. */
  longestSentence: number;
}

const LIMITS: ReadabilityLimits = {
  gulpease: { section: { error: 60, warning: 70 }, page: { error: 70, warning: 75 } },
  longestSentence: 20,
};

const EASY_LIMITS: ReadabilityLimits = {
  gulpease: { section: { error: 85, warning: 85 }, page: { error: 85, warning: 85 } },
  longestSentence: 12,
};

/** The limits of a page; those of the easy ones are stricter. */
export function limitsOf({ easy }: { easy: boolean }): ReadabilityLimits {
  return easy ? EASY_LIMITS : LIMITS;
}

/** In letters. */
export const LONGEST_WORD = 13;

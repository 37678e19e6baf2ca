/** Gulpease below `error` keeps the page from passing; below `warning` it could be easier. */
export const GULPEASE_LIMITS = {
  section: { error: 60, warning: 70 },
  page: { error: 70, warning: 75 },
} as const;

/** In words. */
export const LONGEST_SENTENCE = 20;

/** In letters. */
export const LONGEST_WORD = 13;
